import { type OutputChannel, window } from 'vscode';
import { portionOf } from '../../logs/portionOf.ts';

/** The language of log channels and log documents, as package.json contributes it. */
export const logLanguage = 'ecs-log';

/** Characters handed to VS Code at once; more would hold up the extension host. */
const portion = 256 * 1024;

/** Characters that may wait; above it whoever writes has to. */
const capacity = 1024 * 1024;

/** An output channel that takes its text in portions, one each turn of the event loop. */
export class LogChannel {
  readonly name: string;
  readonly #channel: OutputChannel;
  #waiting: string[] = [];
  #size = 0;
  #scheduled = false;
  #room: (() => void)[] = [];

  constructor(name: string) {
    this.name = name;
    this.#channel = window.createOutputChannel(name, logLanguage);
  }

  /** Resolves when there is room for more. */
  async write(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#size += text.length;
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
    if (this.#size > capacity) await new Promise<void>((resolve) => this.#room.push(resolve));
  }

  show(preserveFocus: boolean): void {
    this.#channel.show(preserveFocus);
  }

  clear(): void {
    this.#waiting = [];
    this.#size = 0;
    this.#channel.clear();
  }

  dispose(): void {
    this.#waiting = [];
    this.#size = 0;
    this.#makeRoom();
    this.#channel.dispose();
  }

  #flush(): void {
    this.#scheduled = false;
    const text = this.#waiting.join('');
    const now = portionOf(text, portion);
    this.#waiting = now.length < text.length ? [text.slice(now.length)] : [];
    this.#size = text.length - now.length;
    if (now) this.#channel.append(now);
    if (this.#size > 0) {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
    if (this.#size < capacity / 2) this.#makeRoom();
  }

  #makeRoom(): void {
    for (const go of this.#room.splice(0)) go();
  }
}
