import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { HttpReply, HttpRequest } from './http-types.js';

// Scripts, styles and calls from this origin only. The viewer writes style attributes, hence 'unsafe-inline' for styles.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const ASSETS = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' };

// The validator badge would send the address of the document to a stranger.
const START = `window.onload = () => SwaggerUIBundle({ url: '/openapi.json', dom_id: '#viewer', deepLinking: true, validatorUrl: null });`;

/** The page at `/docs`, made of files that come with the framework: it works without a network. */
export function mountDocsPage(app: NestFastifyApplication, title: string): void {
  serve(app, '/docs', 'text/html', () => page(title));
  serve(app, '/docs/start.js', 'text/javascript', () => START);
  for (const [name, type] of Object.entries(ASSETS)) {
    serve(app, `/docs/${name}`, type, () => readFileSync(join(assetFolder(), name)));
  }
}

function serve(app: NestFastifyApplication, path: string, type: string, read: () => string | Buffer): void {
  // One buffer for everybody: a text would be copied for each client that is slow to take it.
  let bytes: Buffer | undefined;
  app.getHttpAdapter().get(path, (_request: HttpRequest, reply: HttpReply) => {
    bytes ??= Buffer.from(read());
    void reply.header('Content-Security-Policy', POLICY).type(`${type}; charset=utf-8`).send(bytes);
  });
}

// The viewer is a dependency of the framework's package, so it is looked up from there.
function assetFolder(): string {
  const here = createRequire(import.meta.url);
  const framework = createRequire(here.resolve('@nestjs/swagger/package.json'));
  return dirname(framework.resolve('swagger-ui-dist/package.json'));
}

const page = (title: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escape(title)}</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="viewer"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
