// A small identity provider (OpenID Connect) for stories: one person has an account there, and agrees by pressing a button. It lies when it is told to.
import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Asked = { redirect_uri: string; state: string; nonce: string; code_challenge: string };

const base64url = (text: string | Buffer): string => Buffer.from(text).toString('base64url');

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

export class IdentityProvider {
  issuer = '';
  readonly clientId = 'lomwong';
  readonly clientSecret = 'shared with the office';
  /** Claims of the next tokens in place of the true ones. */
  lies: Record<string, unknown> = {};

  readonly #server: Server;
  readonly #signer: KeyObject;
  readonly #known: KeyObject;
  #asked: Asked | undefined;

  private constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#signer = privateKey;
    this.#known = publicKey;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<IdentityProvider> {
    const provider = new IdentityProvider();
    await new Promise<void>((done) => provider.#server.listen(0, '127.0.0.1', done));
    const address = provider.#server.address();
    if (typeof address === 'object' && address) provider.issuer = `http://127.0.0.1:${address.port}`;
    return provider;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (reply: object, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply));
    if (url.pathname === '/.well-known/openid-configuration') json(this.#document());
    else if (url.pathname === '/keys') json({ keys: [{ ...this.#known.export({ format: 'jwk' }), kid: 'first', use: 'sig' }] });
    else if (url.pathname === '/authorize') this.#ask(url, response);
    else if (url.pathname === '/token') this.#token(await formOf(request), request.headers.authorization, json);
    else json({}, 404);
  }

  #document(): object {
    const at = (path: string) => this.issuer + path;
    return { issuer: this.issuer, authorization_endpoint: at('/authorize'), token_endpoint: at('/token'), jwks_uri: at('/keys') };
  }

  /** Its own page: who one is, and whether the office may know. */
  #ask(url: URL, response: ServerResponse): void {
    this.#asked = Object.fromEntries(url.searchParams) as Asked;
    const back = (more: Record<string, string>) => {
      const address = new URL(this.#asked!.redirect_uri);
      address.search = new URLSearchParams({ state: this.#asked!.state, ...more }).toString();
      return address.href.replaceAll('&', '&amp;');
    };
    const page = `<h1>Central account</h1><a href="${back({ code: 'good once' })}">Agree</a> <a href="${back({ error: 'access_denied' })}">Refuse</a>`;
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  }

  #token(form: URLSearchParams, authorization: string | undefined, json: (reply: object, status?: number) => void): void {
    const pair = `${encodeURIComponent(this.clientId)}:${encodeURIComponent(this.clientSecret)}`;
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const known = authorization === 'Basic ' + Buffer.from(pair).toString('base64');
    if (!known || challenge !== this.#asked?.code_challenge || form.get('redirect_uri') !== this.#asked.redirect_uri) {
      json({ error: 'invalid_grant' }, 400);
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: this.clientId,
      sub: 'their-7',
      iat: now,
      exp: now + 300,
      nonce: this.#asked.nonce,
      name: 'Kotchakorn T.',
    };
    const text = `${base64url(JSON.stringify({ alg: 'RS256', kid: 'first' }))}.${base64url(JSON.stringify({ ...claims, ...this.lies }))}`;
    const signature = createSign('RSA-SHA256').update(text).sign(this.#signer).toString('base64url');
    json({ access_token: 'opens', token_type: 'Bearer', id_token: `${text}.${signature}` });
  }
}
