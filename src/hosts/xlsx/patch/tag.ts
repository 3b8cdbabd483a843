import { damaged } from '../damaged';

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;

/** Blank, tab and line ends: in a tag nothing else lies below 33. */
const isSpace = (code: number): boolean => code <= 32;

export const endsName = (code: number): boolean => code === GREATER || code === SLASH || isSpace(code);

/**
 * The tag of an XML text that a reader stands at. It is one object that moves: a sheet has millions of tags, and an
 * object for each would cost more than reading it. Names are compared without their prefix, as some writers say `x:row`
 * and some `row`.
 */
export class Tag {
  readonly text: string;
  /** from its `<` to behind its `>` */
  start = 0;
  end = 0;
  kind: 'open' | 'close' | 'empty' = 'empty';
  /** value of the attribute found last */
  from = 0;
  to = 0;
  private localStart = 0;
  private nameStart = 0;
  private nameEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  is(name: string): boolean {
    return this.nameEnd - this.localStart === name.length && this.text.startsWith(name, this.localStart);
  }

  /** name with its prefix */
  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  /** name without it */
  get local(): string {
    return this.text.slice(this.localStart, this.nameEnd);
  }

  /** `x:` or nothing */
  get prefix(): string {
    return this.text.slice(this.nameStart, this.localStart);
  }

  attribute(name: string): string | undefined {
    return this.find(name) ? this.text.slice(this.from, this.to) : undefined;
  }

  /** Whether an attribute says yes; `otherwise` where it is not there. */
  isOn(name: string, otherwise = false): boolean {
    const value = this.attribute(name);
    return value === undefined ? otherwise : value === '1' || value === 'true';
  }

  /** Sets `from` and `to` to the value of an attribute. */
  find(name: string): boolean {
    return this.eachAttribute((at, length) => length === name.length && this.text.startsWith(name, at));
  }

  /** The attributes whose names pass, each as it is written, with a blank before it. */
  attributes(passes: (name: string) => boolean): string {
    let kept = '';
    this.eachAttribute((at, length) => {
      if (passes(this.text.slice(at, at + length))) kept += ` ${this.text.slice(at, this.to + 1)}`;
      return false;
    });
    return kept;
  }

  /** Reads the tag that begins here. */
  protected readTag(at: number): void {
    const { text } = this;
    const closes = text.charCodeAt(at + 1) === SLASH;
    let here = at + (closes ? 2 : 1);
    this.start = at;
    this.nameStart = here;
    this.localStart = here;
    let code = text.charCodeAt(here);
    for (; !endsName(code); code = text.charCodeAt((here += 1))) {
      if (code === COLON) this.localStart = here + 1;
      if (here >= text.length) throw damaged('its XML ends too early');
    }
    this.nameEnd = here;
    for (; code !== GREATER; code = text.charCodeAt((here += 1))) {
      if (code === QUOTE || code === APOSTROPHE) here = this.behind(code === QUOTE ? '"' : "'", here + 1) - 1;
      if (here >= text.length) throw damaged('its XML ends too early');
    }
    this.end = here + 1;
    this.kind = closes ? 'close' : text.charCodeAt(here - 1) === SLASH ? 'empty' : 'open';
  }

  protected behind(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw damaged('its XML ends too early');
    return at + mark.length;
  }

  /** Calls with start and length of each name, `from` and `to` being its value, until the call says true. */
  private eachAttribute(stop: (at: number, length: number) => boolean): boolean {
    const { text } = this;
    for (let at = this.nameEnd; ; at = this.to + 1) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      let code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH) return false;
      let here = at;
      while (code !== EQUALS && !endsName(code)) code = text.charCodeAt((here += 1));
      const length = here - at;
      while (code !== QUOTE && code !== APOSTROPHE && here < this.end) code = text.charCodeAt((here += 1));
      this.from = here + 1;
      this.to = text.indexOf(code === QUOTE ? '"' : "'", this.from);
      if (this.to < 0 || this.to >= this.end) throw damaged('a tag of its XML is broken');
      if (stop(at, length)) return true;
    }
  }
}
