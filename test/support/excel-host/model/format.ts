/** Everything that a cell can look like, flat: one key for each setting. */
export interface Format {
  /** name of the style that the cell took last */
  readonly style: string;
  readonly numberFormat: string;
  /** `#RRGGBB`, or '' for none */
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly wrapText: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly orientation: number;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** `style weight colour` of an edge, or '' for none */
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
}

export type FormatPatch = { readonly [Key in keyof Format]?: Format[Key] };

export const NORMAL_STYLE = 'Normal';

const plainFormat: Format = {
  style: NORMAL_STYLE,
  numberFormat: 'General',
  fill: '',
  fontName: 'Calibri',
  fontSize: 11,
  fontColour: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  wrapText: false,
  horizontal: 'General',
  vertical: 'Bottom',
  indent: 0,
  shrinkToFit: false,
  orientation: 0,
  readingOrder: 'Context',
  locked: true,
  formulaHidden: false,
  top: '',
  bottom: '',
  left: '',
  right: '',
};

/** Formats as small numbers, so that three million cells can have one each. 0 is the plain one. */
export interface FormatBook {
  readonly at: (id: number) => Format;
  readonly patched: (id: number, patch: FormatPatch) => number;
}

export function createFormatBook(): FormatBook {
  const formats: Format[] = [plainFormat];
  const ids = new Map<string, number>([[JSON.stringify(plainFormat), 0]]);
  const known = new Map<FormatPatch, Map<number, number>>();
  const at = (id: number): Format => formats[id] ?? plainFormat;
  const intern = (format: Format): number => {
    const key = JSON.stringify(format);
    const found = ids.get(key);
    if (found !== undefined) return found;
    ids.set(key, formats.push(format) - 1);
    return formats.length - 1;
  };
  return {
    at,
    patched: (id, patch) => {
      const seen = known.get(patch) ?? new Map<number, number>();
      if (seen.size === 0) {
        known.clear();
        known.set(patch, seen);
      }
      const found = seen.get(id) ?? intern({ ...at(id), ...patch });
      seen.set(id, found);
      return found;
    },
  };
}
