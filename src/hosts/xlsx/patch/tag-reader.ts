import { damaged } from './damaged';

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;
const BANG = 33;
const QUESTION = 63;

/** Blank, tab and line ends: in a tag nothing else lies below 33. */
const isSpace = (code: number): boolean => code <= 32;

/**
 * Goes from tag to tag over an XML text and past comments, CDATA and instructions. It holds the present tag itself:
 * a sheet has millions of them, and an object for each would cost more than reading it. Names are compared without
 * their prefix, as some writers say `x:row` and some `row`.
 */
export class TagReader {
  readonly text: string;
  /** the present tag from its `<` to behind its `>` */
  start = 0;
  end = 0;
  kind: 'open' | 'close' | 'empty' = 'empty';
  /** value of the attribute found last */
  from = 0;
  to = 0;
  private local = 0;
  private nameEnd = 0;
  private flatName = '';
  private flatClose = '';
  private nextBang = -1;
  private nextQuestion = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next tag; false where it closes the element around. */
  next(): boolean {
    let at = this.text.indexOf('<', this.end);
    for (; at >= 0; at = this.text.indexOf('<', this.behindMark(at))) {
      const code = this.text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) continue;
      this.readTag(at);
      return this.kind !== 'close';
    }
    throw damaged('its XML ends too early');
  }

  /** Goes to a place between two tags. */
  moveTo(at: number): void {
    this.end = at;
    this.nextBang = -1;
    this.nextQuestion = -1;
  }

  /** Goes to the root element, which must have this name. */
  root(name: string): void {
    if (!this.next() || !this.is(name)) throw damaged(`a part of it holds no ${name}`);
  }

  is(name: string): boolean {
    return this.nameEnd - this.local === name.length && this.text.startsWith(name, this.local);
  }

  /** name with its prefix */
  get name(): string {
    return this.text.slice(this.start + (this.kind === 'close' ? 2 : 1), this.nameEnd);
  }

  /** `x:` or nothing */
  get prefix(): string {
    return this.text.slice(this.start + (this.kind === 'close' ? 2 : 1), this.local);
  }

  attribute(name: string): string | undefined {
    return this.find(name) ? this.text.slice(this.from, this.to) : undefined;
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

  /** Goes to the end of the element that the present tag begins. */
  skip(): void {
    if (this.kind === 'open') this.walkOut();
  }

  /** The same, faster, for an element that never holds another of its name. */
  skipFlat(): void {
    if (this.kind === 'open') this.leave(this.name);
  }

  /** Goes from between the children of an element to its end; it holds no other of its name. */
  leave(name: string): void {
    if (name !== this.flatName) {
      this.flatName = name;
      this.flatClose = `</${name}`;
    }
    const at = this.text.indexOf(this.flatClose, this.end);
    const behind = this.text.charCodeAt(at + this.flatClose.length);
    if (at < 0 || (behind !== GREATER && !isSpace(behind)) || this.hasMarkBefore(at)) this.walkOut();
    else this.readTag(at);
  }

  private walkOut(): void {
    for (let depth = 1; depth > 0;) {
      if (!this.next()) depth -= 1;
      else if (this.kind === 'open') depth += 1;
    }
  }

  private readTag(at: number): void {
    const text = this.text;
    this.start = at;
    const closes = text.charCodeAt(at + 1) === SLASH;
    let here = at + (closes ? 2 : 1);
    this.local = here;
    let code = text.charCodeAt(here);
    while (!isSpace(code) && code !== SLASH && code !== GREATER) {
      here += 1;
      if (code === COLON) this.local = here;
      code = text.charCodeAt(here);
      if (Number.isNaN(code)) throw damaged('its XML ends too early');
    }
    this.nameEnd = here;
    while (code !== GREATER) {
      here = code === QUOTE || code === APOSTROPHE ? this.behind(code === QUOTE ? '"' : "'", here + 1) : here + 1;
      code = text.charCodeAt(here);
      if (Number.isNaN(code)) throw damaged('its XML ends too early');
    }
    this.end = here + 1;
    this.kind = closes ? 'close' : text.charCodeAt(here - 1) === SLASH ? 'empty' : 'open';
  }

  /** Calls with start and length of each name, `from` and `to` being its value, until the call says true. */
  private eachAttribute(stop: (at: number, length: number) => boolean): boolean {
    const text = this.text;
    for (let at = this.nameEnd; ; at = this.to + 1) {
      while (isSpace(text.charCodeAt(at))) at += 1;
      let code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH) return false;
      let length = 0;
      for (; code !== EQUALS && code !== GREATER && !isSpace(code); code = text.charCodeAt(at + length)) length += 1;
      let quote = at + length;
      for (; code !== QUOTE && code !== APOSTROPHE; code = text.charCodeAt(quote)) {
        quote += 1;
        if (quote >= this.end) throw damaged('a tag of its XML is broken');
      }
      this.from = quote + 1;
      this.to = text.indexOf(code === QUOTE ? '"' : "'", this.from);
      if (stop(at, length)) return true;
    }
  }

  private hasMarkBefore(at: number): boolean {
    if (this.nextBang < this.end) this.nextBang = placeOf(this.text, '<!', this.end);
    if (this.nextQuestion < this.end) this.nextQuestion = placeOf(this.text, '<?', this.end);
    return this.nextBang < at || this.nextQuestion < at;
  }

  private behindMark(at: number): number {
    if (this.text.startsWith('<!--', at)) return this.behind('-->', at + 4);
    if (this.text.startsWith('<![CDATA[', at)) return this.behind(']]>', at + 9);
    if (this.text.startsWith('<?', at)) return this.behind('?>', at + 2);
    throw damaged('its XML has a document type, which Excel does not allow');
  }

  private behind(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw damaged('its XML ends too early');
    return at + mark.length;
  }
}

function placeOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
