// A Hono application with zod-openapi and what its users write; each route gives back what it understood.
import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';

const json = (schema, description = 'OK') => ({ description, content: { 'application/json': { schema } } });
const body = (schema, type = 'application/json', required = true) => ({ required, content: { [type]: { schema } } });

const Problem = z.object({
  type: z.string().default('about:blank'), title: z.string(), status: z.number().int(), detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
}).openapi('Problem');
const problem = (description) => ({ description, content: { 'application/problem+json': { schema: Problem } } });
const tell = (c, status, title, more = {}) =>
  c.body(JSON.stringify({ type: 'about:blank', title, status, ...more }), status, { 'content-type': 'application/problem+json' });

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) {
      const errors = result.error.issues.map((one) => ({ path: one.path.join('.'), message: one.message }));
      return tell(c, 422, 'Not valid', { errors });
    }
  },
});
app.openAPIRegistry.registerComponent('securitySchemes', 'Bearer', { type: 'http', scheme: 'bearer' });
app.openAPIRegistry.registerComponent('securitySchemes', 'Key', { type: 'apiKey', in: 'header', name: 'X-API-Key' });

// -- books: resources with lists, pages, conditions and patches
const Author = z.object({ name: z.string().min(1), born: z.iso.date().nullable().optional() }).openapi('Author');
const Paper = z.object({ kind: z.literal('paper'), pages: z.number().int().positive() }).openapi('Paper');
const Audio = z.object({ kind: z.literal('audio'), minutes: z.number(), voice: z.string().nullish() }).openapi('Audio');
const Medium = z.discriminatedUnion('kind', [Paper, Audio]).openapi('Medium');
const Genre = z.enum(['novel', 'poetry', 'science fiction']).openapi('Genre');
const NewBook = z.object({
  title: z.string().min(1).max(80), author: Author, medium: Medium, genre: Genre.optional(), price: z.string().regex(/^\d+\.\d{2}$/),
  tags: z.array(z.string()).default([]), stock: z.record(z.string(), z.number().int()).optional(), sold: z.coerce.date().optional(),
  published: z.iso.datetime().nullable().optional(), note: z.string().nullable(), rating: z.union([z.number(), z.string()]).optional(),
  extra: z.record(z.string(), z.unknown()).optional(), site: z.url().optional(), place: z.tuple([z.number(), z.number()]).optional(),
}).openapi('NewBook');
const Book = NewBook.extend({ id: z.uuid(), made: z.iso.datetime() }).openapi('Book');
const Id = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' }, example: '00000000-0000-4000-8000-000000000001' }) });
const books = [];
const MADE = '2026-01-02T03:04:05.678Z';

const routes = new OpenAPIHono({ defaultHook: app.defaultHook });
routes.openapi(createRoute({
  method: 'get', path: '/', operationId: 'listBooks', tags: ['Books'],
  request: {
    query: z.object({
      tag: z.union([z.string(), z.array(z.string())]).optional(), genre: Genre.optional(), after: z.iso.datetime().optional(),
      cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(100).default(10), sold: z.stringbool().optional(),
    }),
  },
  responses: { 200: json(z.object({ data: z.array(Book), nextCursor: z.string().nullable() }).openapi('BookPage')), 422: problem('Not valid') },
}), (c) => {
  const { tag, genre, after, cursor, limit } = c.req.valid('query');
  const tags = tag === undefined ? [] : [tag].flat();
  const found = books.filter((one) => (!genre || one.genre === genre) && (!after || one.made > after) && tags.every((own) => one.tags.includes(own)));
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return c.json({ data: found.slice(start, end), nextCursor: end < found.length ? String(end) : null }, 200);
});
routes.openapi(createRoute({
  method: 'post', path: '/', operationId: 'createBook', tags: ['Books'], request: { body: body(NewBook) },
  responses: {
    201: { ...json(Book, 'Created'), headers: z.object({ Location: z.string() }) }, 422: problem('Not valid'),
  },
}), (c) => {
  const id = `00000000-0000-4000-8000-${String(books.length + 1).padStart(12, '0')}`;
  books.push({ ...c.req.valid('json'), id, made: MADE });
  return c.json(books.at(-1), 201, { Location: `/books/${id}` });
});
const find = (c) => {
  const at = books.findIndex((one) => one.id === c.req.valid('param').id);
  if (at < 0) throw new HTTPException(404, { res: tell(c, 404, 'Not Found', { detail: 'no such book' }) });
  return at;
};
routes.openapi(createRoute({
  method: 'get', path: '/{id}', operationId: 'getBook', tags: ['Books'],
  request: { params: Id, headers: z.object({ 'if-none-match': z.string().optional() }) },
  responses: { 200: json(Book), 304: { description: 'Not modified' }, 404: problem('Not found') },
}), (c) => {
  const book = books[find(c)];
  if (c.req.valid('header')['if-none-match'] === `"${book.title}"`) return c.body(null, 304);
  return c.json(book, 200, { ETag: `"${book.title}"` });
});
routes.openapi(createRoute({
  method: 'patch', path: '/{id}', operationId: 'updateBook', tags: ['Books'],
  request: { params: Id, body: body(NewBook.partial().openapi('BookChange'), 'application/merge-patch+json') },
  responses: { 200: json(Book), 404: problem('Not found') },
}), async (c) => {
  // Hono validates what is declared as application/json alone.
  const change = NewBook.partial().parse(await c.req.json());
  const sent = new Set(Object.keys(await c.req.json()));
  const at = find(c);
  books[at] = { ...books[at], ...Object.fromEntries(Object.entries(change).filter(([name]) => sent.has(name))) };
  return c.json(books[at], 200);
});
routes.openapi(createRoute({
  method: 'delete', path: '/{id}', operationId: 'deleteBook', tags: ['Books'], request: { params: Id },
  responses: { 204: { description: 'Deleted' }, 404: problem('Not found') },
}), (c) => {
  books.splice(find(c), 1);
  return c.body(null, 204);
});
app.route('/books', routes);

// -- values of all types and places
const echo = (operationId, path, schema) => app.openapi(createRoute({
  method: 'post', path: `/values/${path}`, operationId, tags: ['Values'], request: { body: body(schema) }, responses: { 200: json(schema) },
}), (c) => c.json(c.req.valid('json'), 200));

const Tree = z.object({ label: z.string(), get branches() { return z.array(Tree).optional(); } }).openapi('Tree');
const Timed = z.object({ at: z.iso.datetime({ offset: true }), day: z.iso.date(), hour: z.iso.time(), pause: z.iso.duration() }).openapi('Timed');
const Base = z.object({ name: z.string() }).openapi('Base');
const Both = z.intersection(Base, z.object({ age: z.number().int() })).openapi('Both');
const Loose = z.looseObject({ name: z.string() }).openapi('Loose');
echo('echoTree', 'tree', Tree);
echo('echoMedium', 'medium', Medium);
echo('echoMedia', 'media', z.array(Medium));
echo('echoTimed', 'timed', Timed);
echo('echoBoth', 'both', Both);
echo('echoLoose', 'loose', Loose);
echo('echoNumbers', 'numbers', z.object({
  whole: z.number().int(), share: z.number(), maybe: z.number().nullable(), level: z.literal(2), safe: z.int(), fixed: z.literal('on'),
  either: z.union([z.number(), z.boolean(), z.null()]), author: Author.nullable(), list: z.array(z.number().nullable()),
}).openapi('Numbers'));
echo('echoUntagged', 'untagged', z.union([Author, Tree]).openapi('Untagged'));
echo('echoMapping', 'mapping', z.record(z.string(), Author));
echo('echoAny', 'any', z.any());

app.openapi(createRoute({
  method: 'get', path: '/values/query/{name}', operationId: 'echoQuery', tags: ['Values'],
  request: {
    params: z.object({ name: z.string() }),
    query: z.object({
      text: z.string(), flag: z.enum(['true', 'false']).optional(), ratio: z.coerce.number().optional(),
      ids: z.string().transform((one) => one.split(',').map(Number)).optional(), day: z.iso.date().optional(),
    }),
    headers: z.object({ 'x-trace': z.string(), 'x-level': z.coerce.number().optional() }),
    cookies: z.object({ visit: z.string().optional() }),
  },
  responses: { 200: json(z.record(z.string(), z.any())) },
}), (c) => c.json({ ...c.req.valid('param'), ...c.req.valid('query'), ...c.req.valid('header'), ...c.req.valid('cookie') }, 200));
const guarded = (operationId, path, scheme, header) => app.openapi(createRoute({
  method: 'get', path, operationId, tags: ['Values'], security: [{ [scheme]: [] }], responses: { 200: json(z.object({ sent: z.string() })) },
}), (c) => c.json({ sent: c.req.header(header) }, 200));
guarded('withBearer', '/values/bearer', 'Bearer', 'authorization');
guarded('withKey', '/values/key', 'Key', 'x-api-key');

// -- files
const Binary = z.custom(() => true).openapi({ type: 'string', format: 'binary' });
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0]);
app.openapi(createRoute({
  method: 'post', path: '/files', operationId: 'uploadFile', tags: ['Files'],
  request: {
    body: body(z.object({
      file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), title: z.string(), count: z.coerce.number().int().optional(),
      labels: z.union([z.string(), z.array(z.string())]).optional(),
    }), 'multipart/form-data'),
  },
  responses: { 200: json(z.record(z.string(), z.any())), 422: problem('Not valid') },
}), (c) => {
  const { file, ...others } = c.req.valid('form');
  return c.json({ name: file.name, type: file.type, size: file.size, ...others }, 200);
});
app.openapi(createRoute({
  method: 'post', path: '/files/form', operationId: 'sendForm', tags: ['Files'],
  request: { body: body(z.object({ user: z.string(), roles: z.union([z.string(), z.array(z.string())]), remember: z.stringbool().optional() }), 'application/x-www-form-urlencoded') },
  responses: { 200: json(z.record(z.string(), z.any())) },
}), (c) => c.json(c.req.valid('form'), 200));
app.openapi(createRoute({
  method: 'put', path: '/files/bytes', operationId: 'putBytes', tags: ['Files'], request: { body: body(Binary, 'application/octet-stream') },
  responses: { 200: json(z.object({ size: z.number().int(), type: z.string() })) },
}), async (c) => c.json({ size: (await c.req.arrayBuffer()).byteLength, type: c.req.header('content-type') }, 200));
app.openapi(createRoute({
  method: 'get', path: '/files/{name}', operationId: 'downloadFile', tags: ['Files'], request: { params: z.object({ name: z.string() }) },
  responses: { 200: { description: 'The file', content: { 'image/png': { schema: Binary } } } },
}), (c) => c.body(picture, 200, { 'content-type': 'image/png' }));

// -- answers that are no plain objects
const Tick = z.object({ at: z.iso.datetime(), count: z.number().int() }).openapi('Tick');
const get = (operationId, responses, handler, query) => app.openapi(createRoute({
  method: 'get', path: `/answers/${operationId}`, operationId, tags: ['Answers'], ...(query && { request: { query } }), responses,
}), handler);
const events = (c) => streamSSE(c, async (stream) => {
  for (const count of [0, 1]) {
    await stream.writeSSE({ id: String(count), event: 'tick', data: JSON.stringify({ at: MADE, count }) });
  }
});
get('watchTicks', { 200: { description: 'Events', content: { 'text/event-stream': { schema: Tick } } } }, events);
get('watchText', { 200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } } }, events);
get('readText', { 200: { description: 'Text', content: { 'text/plain': { schema: z.string() } } } }, (c) => c.text('plain ü'));
get('moved', { 302: { description: 'Moved', headers: z.object({ Location: z.string() }) } }, (c) => c.redirect('/answers/readText'));
get('created', { 202: { ...json(Tick, 'Accepted'), headers: z.object({ 'Retry-After': z.string() }) } }, (c) => {
  c.header('Set-Cookie', 'job=7');
  c.header('Set-Cookie', 'theme=dark', { append: true });
  return c.json({ at: MADE, count: 7 }, 202, { 'Retry-After': '3' });
});
get('either', { 200: json(Tick), 206: json(Author, 'Part') }, (c) => c.req.valid('query').part === 'yes'
  ? c.json({ name: 'Ann' }, 206)
  : c.json({ at: MADE, count: 1 }, 200), z.object({ part: z.enum(['yes', 'no']).default('no') }));
get('teapot', { 200: json(Tick), 418: json(z.object({ error: z.object({ code: z.string(), message: z.string() }) }), 'Teapot') }, (c) =>
  c.json({ error: { code: 'TEA', message: 'short and stout' } }, 418));
get('thrown', { 200: json(Tick) }, () => { throw new HTTPException(409, { message: 'already told' }); });
app.openapi(createRoute({
  method: 'post', path: '/answers/check', operationId: 'checkAuthor', tags: ['Answers'], request: { body: body(Author) }, responses: { 200: json(Author) },
}), (c) => c.json(c.req.valid('json'), 200), () => {}); // Hono's own answer to what is not valid

app.doc('/openapi.json', { openapi: '3.0.0', info: { title: 'Books', version: '1' } });
process.stdin.on('end', () => process.exit());
process.stdin.resume();
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
