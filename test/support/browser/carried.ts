/** Plans, edits and views hold Maps and Sets, which no message to or from a page carries. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return { isMap: [...(inner as Map<unknown, unknown>)] };
    if (inner instanceof Set) return { isSet: [...(inner as Set<unknown>)] };
    return inner;
  });
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- who asks knows what was packed
export function unpack<T>(text: string): T {
  return JSON.parse(text, (_key, inner: { isMap?: [unknown, unknown][]; isSet?: unknown[] } | null) => {
    if (inner?.isMap !== undefined) return new Map(inner.isMap);
    if (inner?.isSet !== undefined) return new Set(inner.isSet);
    return inner;
  }) as T;
}
