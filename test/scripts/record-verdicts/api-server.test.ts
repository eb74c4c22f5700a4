import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ApiServer } from '../../../scripts/record-verdicts/api-server';

let server: Server;
let api: ApiServer;
const asked: string[] = [];

const answers: Readonly<Record<string, readonly [status: number, text: string]>> = {
  'GET /version': [200, '{"gitVersion":"v1.32.0"}'],
  'GET /api/v1': [200, '{"resources":[{"kind":"Pod","name":"pods/status","namespaced":true},{"kind":"Pod","name":"pods","namespaced":true},'
  + '{"kind":"Node","name":"nodes","namespaced":false}]}'],
  'POST /api/v1/namespaces/default/pods?dryRun=All&fieldValidation=Strict': [201, '{}'],
  'POST /api/v1/namespaces/shop/pods?dryRun=All&fieldValidation=Strict': [422, '{"message":"no"}'],
  'POST /api/v1/nodes?dryRun=All&fieldValidation=Strict': [500, 'plain text'],
};

beforeAll(done => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const [status, text] = answers[asked[asked.length - 1]] ?? [404, '{}'];
    response.writeHead(status).end(text);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    api = ApiServer.of(`clusters: [{ cluster: { server: "http://127.0.0.1:${port}", certificate-authority-data: YQ== } }]`);
    done();
  });
});

afterAll(done => {
  server.closeAllConnections();
  server.close(done);
});

test('the server tells its version', async () => {
  expect(await api.version()).toBe('v1.32.0');
});

test('an object is tried in its namespace or in default, strictly and without storing it', async () => {
  expect(await api.tryToCreate({ apiVersion: 'v1', kind: 'Pod' })).toEqual({ status: 201, body: {} });
  expect(await api.tryToCreate({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'shop' } })).toEqual({ status: 422, body: { message: 'no' } });
});

test('an object without namespace has none in its path, and an answer may be plain text', async () => {
  expect(await api.tryToCreate({ apiVersion: 'v1', kind: 'Node' })).toEqual({ status: 500, body: { message: 'plain text' } });
});

test('a kind that the server does not know is not tried', async () => {
  expect(await api.tryToCreate({ apiVersion: 'a.io/v1', kind: 'A' })).toEqual({ status: 404, body: { message: 'no such kind' } });
  expect(await api.tryToCreate({ apiVersion: 'v1', kind: 'B' })).toEqual({ status: 404, body: { message: 'no such kind' } });
});

test('each group is asked once for its kinds', () => {
  expect(asked.filter(request => request === 'GET /api/v1')).toHaveLength(1);
});

test('a server that is not there is an error', async () => {
  await expect(ApiServer.of('clusters: [{ cluster: { server: "http://127.0.0.1:1" } }]').version()).rejects.toThrow(/ECONNREFUSED/);
});
