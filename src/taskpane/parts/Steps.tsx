import { useId } from 'react';
import { useLayout } from './layout';

/** What comes next, in order. */
export function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  const layout = useLayout();
  const id = useId();
  return (
    <section className={layout.panel} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {title}
      </h3>
      <ol className={layout.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
