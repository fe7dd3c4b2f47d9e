// A line between browser and server that breaks when it is told to, and counts what went up it.
import { createServer, connect, type Server, type Socket } from 'node:net';

export class Line {
  readonly url: string;
  /** Bytes from the browser to the server, since the line was laid. */
  up = 0;
  readonly #port: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #left = Infinity;

  private constructor(server: Server, port: number, to: string) {
    this.#server = server;
    this.#port = Number(new URL(to).port);
    this.url = `http://127.0.0.1:${port}`;
    server.on('connection', (browser) => this.#carry(browser));
  }

  static async to(url: string): Promise<Line> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    return new Line(server, typeof address === 'object' && address ? address.port : 0, url);
  }

  #carry(browser: Socket): void {
    if (this.isBroken) return void browser.destroy();
    const server = connect(this.#port, '127.0.0.1');
    for (const [one, other] of [[browser, server], [server, browser]] as const) {
      this.#open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => (this.#open.delete(one), other.destroy()));
    }
    server.on('data', (bytes) => browser.write(bytes));
    browser.on('data', (bytes: Buffer) => {
      const through = bytes.subarray(0, Math.min(bytes.length, this.#left));
      this.up += through.length;
      this.#left -= through.length;
      server.write(through, () => this.isBroken && this.#cut());
    });
  }

  get isBroken(): boolean {
    return this.#left <= 0;
  }

  #cut(): void {
    for (const socket of this.#open) socket.destroy();
  }

  /** After so many more bytes from the browser nothing gets through, in either direction, until it is mended. */
  breakAfter(bytes: number): void {
    this.#left = bytes;
  }

  mend(): void {
    this.#left = Infinity;
  }

  close(): void {
    this.#server.close();
    this.#cut();
  }
}
