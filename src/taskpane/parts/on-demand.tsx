import { lazy, useState, type ComponentType } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/** A screen whose code comes when it is opened, or before that with `loadAhead`; then it opens without a pause. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  const Later = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  loads.push(async () => {
    loaded = await load();
  });
  return function OnDemand(props: P) {
    // Chosen once: a screen that changed its component would lose what the user typed.
    const [Screen] = useState(() => loaded ?? Later);
    return <Screen {...props} />;
  };
}

/** Fetches what the other screens need while the user looks at the first. One that cannot be fetched fails when it is opened. */
export function loadAhead(): void {
  void Promise.allSettled(loads.map((load) => load()));
}
