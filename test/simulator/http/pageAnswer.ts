/** What a browser is shown, or where it is sent. */
export class PageAnswer {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, html: string, headers: Readonly<Record<string, string>>) {
    this.status = status;
    this.html = html;
    this.headers = headers;
  }
}
