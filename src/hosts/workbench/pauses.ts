/** The page may draw and answer after so many milliseconds at the latest; a block above 50 is felt. */
const SHARE = 12;

/** Lets the page draw in between long work; `due` says when. */
export function createPauses(): { due(): boolean; take(): Promise<void> } {
  let began = performance.now();
  return {
    due: () => performance.now() - began > SHARE,
    take: async () => {
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
      began = performance.now();
    },
  };
}
