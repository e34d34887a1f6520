import { wrap } from './wrap.ts';

/** A cut of type; px. */
export interface Cut {
  readonly size: number;
  readonly line: number;
  readonly strong?: boolean;
  readonly colour: string;
}

/** px, from the left edge of the column. */
export interface TextPlace {
  readonly indent?: number;
  /** On the line on which the next text begins: at its indent, or at the right edge. */
  readonly beside?: boolean | 'right';
}

const fontOf = ({ strong, size }: Cut, family: string): string => `${strong ? 600 : 400} ${size}px ${family}`;

/** Blocks below each other in one column. They are measured as they come, and drawn when the height is known. */
export class Flow {
  /** Where the next block begins, px. */
  y: number;
  /** The height of what stands beside the next text. */
  #least = 0;
  readonly #draws: ((ctx: CanvasRenderingContext2D) => void)[] = [];

  /** `ctx` only measures: it may belong to another canvas. */
  constructor(
    readonly ctx: CanvasRenderingContext2D,
    readonly family: string,
    readonly left: number,
    readonly width: number,
    top: number,
  ) {
    this.y = top;
  }

  /** A paragraph, wrapped to the column. */
  text(text: string, cut: Cut, { indent = 0, beside = false }: TextPlace = {}): void {
    if (text === '') return;
    const font = fontOf(cut, this.family);
    const right = beside === 'right';
    this.ctx.font = font;
    const lines = wrap(text, this.width - indent, (words) => this.ctx.measureText(words).width);
    const top = this.y;
    const x = right ? this.left + this.width : this.left + indent;
    this.#draws.push((ctx) => {
      ctx.font = font;
      ctx.fillStyle = cut.colour;
      ctx.textAlign = right ? 'right' : 'left';
      ctx.textBaseline = 'middle';
      lines.forEach((line, i) => {
        ctx.fillText(line, x, top + cut.line * (i + 0.5));
      });
    });
    this.#least = Math.max(this.#least, cut.line * lines.length);
    if (beside) return;
    this.y += this.#least;
    this.#least = 0;
  }

  widthOf(text: string, cut: Cut): number {
    this.ctx.font = fontOf(cut, this.family);
    return this.ctx.measureText(text).width;
  }

  space(height: number): void {
    this.y += height;
  }

  /** A hairline over the column. */
  rule(colour: string): void {
    const top = this.y;
    this.#draws.push((ctx) => {
      ctx.fillStyle = colour;
      ctx.fillRect(this.left, top, this.width, 1);
    });
    this.y += 1;
  }

  /** Something of a height that is drawn by its own means. */
  block(height: number, draw: (ctx: CanvasRenderingContext2D, left: number, top: number) => void): void {
    const top = this.y;
    this.#draws.push((ctx) => draw(ctx, this.left, top));
    this.y += height;
  }

  draw(ctx: CanvasRenderingContext2D): void {
    for (const draw of this.#draws) {
      ctx.save();
      draw(ctx);
      ctx.restore();
    }
  }
}
