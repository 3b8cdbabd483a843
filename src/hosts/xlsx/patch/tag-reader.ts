import { damaged } from '../damaged';
import { endsName, Tag } from './tag';
import { plainText } from './xml-text';

/** Goes from tag to tag over an XML text, past comments, CDATA and instructions; it is itself the present tag. */
export class TagReader extends Tag {
  private leftName = '';
  private leftClose = '';
  /** first places of `<!` and `<?` at or behind `end` when they were looked for */
  private bang = -1;
  private question = -1;

  /** Goes to the next tag; false where it closes the element around. */
  next(): boolean {
    if (!this.seek()) throw damaged('its XML ends too early');
    return this.kind !== 'close';
  }

  /** The same over whole elements, cut out of what is around them: false at their end. */
  nextOfPiece(): boolean {
    return this.seek() && this.kind !== 'close';
  }

  /** Goes to the root element, which must have this name. */
  root(name: string): void {
    if (!this.next() || !this.is(name)) throw damaged(`a part of it holds no ${name}`);
  }

  /** Goes to a place between two tags. */
  moveTo(at: number): void {
    this.end = at;
    this.bang = -1;
    this.question = -1;
  }

  /** Goes on to a place between two tags behind the present one. */
  passTo(at: number): void {
    this.end = at;
  }

  /** Goes to the end of the element that the present tag begins. */
  skip(): void {
    if (this.kind === 'open') this.walkOut();
  }

  /** The same, faster, for an element that never holds another of its name. */
  skipFlat(): void {
    if (this.kind === 'open') this.leave(this.name);
  }

  /** Goes from between the children of an element to its end tag, `name` being its name; it holds no other of its name. */
  leave(name: string): void {
    if (name !== this.leftName) {
      this.leftName = name;
      this.leftClose = `</${name}`;
    }
    const at = this.text.indexOf(this.leftClose, this.end);
    const isClose = at >= 0 && endsName(this.text.charCodeAt(at + this.leftClose.length));
    if (isClose && !this.hasMarkBefore(at)) this.readTag(at);
    else this.walkOut();
  }

  /** Calls for each child of the element that the present tag begins, and stands at its end then. A call may read its child or leave it. */
  children(call: () => unknown): void {
    if (this.kind !== 'open') return;
    while (this.next()) {
      call();
      this.skip();
    }
  }

  /** The text of the element that the present tag begins, that of its children with it; stands at its end then. */
  content(): string {
    const { end, kind } = this;
    this.skip();
    return kind === 'open' ? plainText(this.text.slice(end, this.start)) : '';
  }

  private seek(): boolean {
    let at = this.text.indexOf('<', this.end);
    for (; at >= 0; at = this.text.indexOf('<', this.behindMark(at))) {
      if (this.text.startsWith('!', at + 1) || this.text.startsWith('?', at + 1)) continue;
      this.readTag(at);
      return true;
    }
    return false;
  }

  private walkOut(): void {
    for (let depth = 1; depth > 0;) {
      if (!this.next()) depth -= 1;
      else if (this.kind === 'open') depth += 1;
    }
  }

  /** Whether a comment, CDATA or an instruction begins before this place, so that a `<` need not begin a tag. */
  private hasMarkBefore(at: number): boolean {
    if (this.bang < this.end) this.bang = firstOf(this.text, '<!', this.end);
    if (this.question < this.end) this.question = firstOf(this.text, '<?', this.end);
    return this.bang < at || this.question < at;
  }

  private behindMark(at: number): number {
    if (this.text.startsWith('<!--', at)) return this.behind('-->', at + 4);
    if (this.text.startsWith('<![CDATA[', at)) return this.behind(']]>', at + 9);
    if (this.text.startsWith('<?', at)) return this.behind('?>', at + 2);
    throw damaged('its XML has a document type, which Excel does not allow');
  }
}

function firstOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
