// A whole Lomwong on a data folder of its own, with the example localities in it; gone when the tests are.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { people } from './people.ts';

const root = resolve(import.meta.dirname, '../../..');

function binary(): string {
  const candidates = [process.env['LOMWONG_BINARY'], 'build/release/lomwong', 'build/dev/lomwong'];
  const found = candidates.filter((path) => path !== undefined).find((path) => existsSync(resolve(root, path)));
  if (!found) throw new Error('no lomwong binary: build one first, or name it in LOMWONG_BINARY');
  return resolve(root, found);
}

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** From the environment: LOMWONG_… */
export type Settings = Record<string, string>;

export class Lomwong {
  readonly url: string;
  readonly data: string;
  readonly #environment: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;

  private constructor(port: number, data: string, settings: Settings) {
    this.url = `http://127.0.0.1:${port}`;
    this.data = data;
    this.#environment = { ...process.env, LOMWONG_PORT: String(port), LOMWONG_DATA: data, ...settings };
  }

  static async start(settings: Settings = {}): Promise<Lomwong> {
    const server = new Lomwong(await freePort(), mkdtempSync(join(tmpdir(), 'lomwong-e2e-')), settings);
    server.run(['demo']);
    for (const { login, name, password } of people) server.run(['user', 'add', login, '--name', name, '--administrator'], password + '\n');
    await server.serve();
    return server;
  }

  /** A command of the program on this data folder; its output. */
  run(words: string[], typed = ''): string {
    const done = spawnSync(binary(), words, { env: this.#environment, cwd: root, encoding: 'utf8', input: typed });
    if (done.status !== 0) throw new Error(`lomwong ${words.join(' ')}: ${done.stderr || done.stdout}`);
    return done.stdout;
  }

  async serve(settings: Settings = {}): Promise<void> {
    this.#process = spawn(binary(), ['serve'], { env: { ...this.#environment, ...settings }, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    this.#process.stderr?.on('data', (text) => (log = (log + String(text)).slice(-4000)));
    for (let tries = 0; tries < 100; tries++) {
      const healthy = await fetch(this.url + '/healthz').then((response) => response.ok, () => false);
      if (healthy) return;
      if (this.#process.exitCode !== null) break;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    throw new Error(`lomwong serve did not answer: ${log}`);
  }

  /** Ends the server as a power cut at the office would for the browser: nothing answers any more. */
  async down(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    await ended;
  }

  async stop(): Promise<void> {
    await this.down();
    rmSync(this.data, { recursive: true, force: true });
  }
}
