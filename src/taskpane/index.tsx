import { createRoot } from 'react-dom/client';

void Office.onReady(() => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<h1>IMS Offline</h1>);
});
