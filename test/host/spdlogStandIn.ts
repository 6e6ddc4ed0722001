import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, parse } from 'node:path';

// VS Code writes every output channel through the native module `@vscode/spdlog`, which npm leaves uncompiled. This is
// as much of it as VS Code calls, written without a compiler. Levels: 0 trace to 5 critical, 6 off.

const levelNames = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const flushAtLength = 64 * 1024;

export const version = 0;

// Lines are written at the end of the turn whatever their level, so there is nothing to choose.
export function setFlushOn(_level: number): void {}

export function setLevel(_level: number): void {}

/** Opens a log file of at most `maxFileSize` bytes that keeps `maxFiles` older ones: `name.1.log`, `name.2.log`, … */
export async function createAsyncRotatingLogger(
  name: string,
  path: string,
  maxFileSize: number,
  maxFiles: number,
): Promise<Logger> {
  return new Logger('rotating', name, path, maxFileSize, maxFiles);
}

export class Logger {
  readonly #path: string;
  readonly #maxFileSize: number;
  readonly #maxFiles: number;
  #file: number | undefined;
  #size = 0;
  #level = 2;
  #plain = false;
  #pending = '';
  #scheduled = false;

  constructor(_kind: string, _name: string, path: string, maxFileSize: number, maxFiles: number) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#maxFileSize = maxFileSize;
    this.#maxFiles = maxFiles;
    this.#open();
  }

  trace = (text: string): void => this.#log(0, text);
  debug = (text: string): void => this.#log(1, text);
  info = (text: string): void => this.#log(2, text);
  warn = (text: string): void => this.#log(3, text);
  error = (text: string): void => this.#log(4, text);
  critical = (text: string): void => this.#log(5, text);

  getLevel(): number {
    return this.#level;
  }

  setLevel(level: number): void {
    this.#level = level;
  }

  clearFormatters(): void {
    this.#plain = true;
  }

  setPattern(_pattern: string): void {
    this.#plain = false;
  }

  flush(): void {
    const text = this.#pending;
    if (text === '' || this.#file === undefined) return;
    this.#pending = '';
    const bytes = Buffer.from(text);
    if (this.#size > 0 && this.#size + bytes.length > this.#maxFileSize) this.#rotate();
    writeSync(this.#file, bytes);
    this.#size += bytes.length;
  }

  drop(): void {
    this.flush();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #log(level: number, text: string): void {
    if (level < this.#level || this.#file === undefined) return;
    this.#pending += this.#plain ? text : `${timestamp(new Date())} [${levelNames[level]}] ${text}\n`;
    if (this.#pending.length >= flushAtLength) this.flush();
    else this.#flushSoon();
  }

  #flushSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.flush();
    });
  }

  #open(): void {
    this.#file = openSync(this.#path, 'a');
    this.#size = statSync(this.#path).size;
  }

  #rotate(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    for (let index = this.#maxFiles - 1; index >= 0; index--) {
      if (existsSync(this.#older(index))) renameSync(this.#older(index), this.#older(index + 1));
    }
    this.#open();
  }

  #older(index: number): string {
    const { dir, name, ext } = parse(this.#path);
    return index <= 0 ? this.#path : `${dir}/${name}.${index}${ext}`;
  }
}

function timestamp(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 23).replace('T', ' ');
}
