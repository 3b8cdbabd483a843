/** A text with some places replaced, put together from left to right in one go; what is between them is never copied. */
export class Splice {
  private readonly text: string;
  private pieces: string[] = [];
  private taken = 0;
  private done = 0;
  private added = 0;
  isChanged = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Places come in order, those of insertions too. */
  replace(from: number, to: number, by: string): void {
    if (from > this.taken) this.pieces.push(this.text.slice(this.taken, from));
    if (by !== '') this.pieces.push(by);
    this.added += by.length;
    this.taken = to;
    this.isChanged = true;
  }

  insert(at: number, text: string): void {
    if (text !== '') this.replace(at, at, text);
  }

  /** How much would come out up to here. */
  waiting(upTo: number): number {
    return upTo - this.done + this.added;
  }

  /** What came out since the last time, up to this place of the old text. */
  take(upTo = this.text.length): string {
    if (upTo > this.taken) this.pieces.push(this.text.slice(this.taken, upTo));
    const whole = this.pieces.join('');
    this.pieces = [];
    this.taken = Math.max(this.taken, upTo);
    this.done = this.taken;
    this.added = 0;
    return whole;
  }
}
