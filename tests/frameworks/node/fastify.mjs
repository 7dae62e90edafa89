// A Fastify application with what its users write; each route gives back what it understood.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import { Readable } from 'node:stream';

const app = Fastify({ ajv: { customOptions: { coerceTypes: 'array' }, plugins: [multipart.ajvFilePlugin] } });
await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Depot', version: '1' } } });
await app.register(cookie);
await app.register(formbody);
await app.register(multipart, { attachFieldsToBody: true });

app.addSchema({ $id: 'place', title: 'Place', type: 'object', required: ['city'], properties: { city: { type: 'string' }, zip: { type: ['string', 'null'] } } });
app.addSchema({
  $id: 'parcel', title: 'Parcel', type: 'object', required: ['label', 'weight', 'to'], additionalProperties: false,
  properties: {
    label: { type: 'string' }, weight: { type: 'number' }, count: { type: 'integer', default: 1 },
    kind: { type: 'string', enum: ['box', 'bag'] }, to: { $ref: 'place#' },
    stops: { type: 'array', items: { $ref: 'place#' } }, sent: { type: 'string', format: 'date-time' },
    extra: { type: 'object', additionalProperties: true },
    load: {
      oneOf: [
        { type: 'object', required: ['type', 'litres'], additionalProperties: false, properties: { type: { const: 'liquid' }, litres: { type: 'number' } } },
        { type: 'object', required: ['type', 'pieces'], additionalProperties: false, properties: { type: { const: 'solid' }, pieces: { type: 'integer' } } },
      ],
    },
  },
});
app.addSchema({ $id: 'problem', title: 'Problem', type: 'object', properties: { statusCode: { type: 'integer' }, error: { type: 'string' }, message: { type: 'string' } } });

const seen = { type: 'object', additionalProperties: true };
const parcels = new Map();

app.post('/parcels', { schema: { operationId: 'createParcel', tags: ['parcels'], body: { $ref: 'parcel#' }, response: { 201: { $ref: 'parcel#' } } } }, async (request, reply) => {
  parcels.set(request.body.label, request.body);
  return reply.code(201).send(request.body);
});
app.get('/parcels', {
  schema: {
    operationId: 'listParcels', tags: ['parcels'], response: { 200: { type: 'array', items: { $ref: 'parcel#' } } },
    querystring: { type: 'object', properties: { kind: { type: 'array', items: { type: 'string' } }, heavy: { type: 'boolean' }, limit: { type: 'integer' } } },
  },
}, async (request) => [...parcels.values()].filter((one) => !request.query.kind || request.query.kind.includes(one.kind)));
app.get('/parcels/:label/stops/:number', {
  schema: {
    operationId: 'getStop', tags: ['parcels'], response: { 200: seen, 404: { $ref: 'problem#' } },
    params: { type: 'object', properties: { number: { type: 'integer' }, label: { type: 'string' } } },
  },
}, async (request, reply) => parcels.has(request.params.label)
  ? { label: request.params.label, number: request.params.number }
  : reply.code(404).send({ statusCode: 404, error: 'Not Found', message: 'no such parcel' }));
app.delete('/parcels/:label', {
  schema: { operationId: 'deleteParcel', tags: ['parcels'], response: { 204: { type: 'null' } }, params: { type: 'object', properties: { label: { type: 'string' } } } },
}, async (request, reply) => { parcels.delete(request.params.label); return reply.code(204).send(); });

app.get('/values/headers', {
  schema: {
    operationId: 'echoHeaders', tags: ['values'], response: { 200: seen },
    headers: { type: 'object', required: ['x-trace'], properties: { 'x-trace': { type: 'string' } } },
    cookies: { type: 'object', properties: { session: { type: 'string' } } },
  },
}, async (request) => ({ trace: request.headers['x-trace'], session: request.cookies.session ?? null }));
app.post('/values/list', {
  schema: { operationId: 'sumList', tags: ['values'], body: { type: 'array', items: { type: 'integer' } }, response: { 200: { type: 'integer' } } },
}, async (request) => request.body.reduce((one, other) => one + other, 0));
app.post('/values/form', {
  schema: {
    operationId: 'sendForm', tags: ['values'], consumes: ['application/x-www-form-urlencoded'], response: { 200: seen },
    body: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, ticks: { type: 'array', items: { type: 'string' } } } },
  },
}, async (request) => request.body);
app.get('/values/text', {
  schema: { operationId: 'getText', tags: ['values'], produces: ['text/plain'], response: { 200: { type: 'string' } } },
}, async (request, reply) => reply.type('text/plain').send('plain'));
app.get('/values/lines', {
  schema: { operationId: 'getLines', tags: ['values'], response: { 200: { content: { 'application/x-ndjson': { schema: seen } } } } },
}, async (request, reply) => reply.type('application/x-ndjson').send(Readable.from(['{"number":0}\n', '{"number":1}\n'])));

app.post('/files', {
  schema: {
    operationId: 'uploadFile', tags: ['files'], consumes: ['multipart/form-data'], response: { 200: seen },
    body: { type: 'object', required: ['file'], properties: { file: { isFile: true }, note: { type: 'object', properties: { value: { type: 'string' } } } } },
  },
}, async (request) => ({ name: request.body.file.filename, size: (await request.body.file.toBuffer()).length }));

app.get("/spec.json", { schema: { hide: true } }, async () => app.swagger());
process.stdin.on('end', () => process.exit());
process.stdin.resume();
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
