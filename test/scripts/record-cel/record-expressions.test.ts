import { recordExpressions } from '../../../scripts/record-cel/record-expressions';
import type { ExpressionTable } from '../../../scripts/record-cel/tables';
import type { Answer } from '../../../scripts/record-verdicts/api-server';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const CRD = `${CRDS}/questions.cel.example.com`;

/** A server that finds every value with an odd question wrong, and takes its time over CRDs. */
class FakeServer {
  public readonly requests: string[] = [];
  private known = true;
  private served = false;

  constructor(private readonly crdAnswer: Answer = { status: 201, body: {} }) {}

  public async call(method: string, path: string, content = '{}'): Promise<Answer> {
    this.requests.push(`${method} ${path}`);
    const { spec } = JSON.parse(content) as { spec: object };
    switch (`${method} ${path}`) {
      case `POST ${CRDS}`:
        this.known = true;
        return this.crdAnswer;
      case `GET ${CRD}`:
        return { status: this.known ? 200 : 404, body: {} };
      case `DELETE ${CRD}`:
        this.known = false;
        return { status: 200, body: {} };
      case 'GET /apis/cel.example.com/v1/questions':
        this.served = !this.served;
        return { status: this.served ? 404 : 200, body: {} };
      default:
        return { status: 422, body: { details: { causes: Object.keys(spec).filter((_, place) => place % 2 === 1).map(name => ({ field: `spec.${name}`, message: 'odd' })) } } };
    }
  }
}

function tableOf(count: number): ExpressionTable {
  const rules = Object.fromEntries(Array.from({ length: count }, (_, place) => [`self == ${place}`, true as const]));
  return { server: 'v1', schemas: { whole: { type: 'integer' } }, expressions: [{ about: 'sums', schema: 'whole', self: 5, rules, texts: {} }], rules: [] };
}

test('the questions are asked of a CRD that does not stay', async () => {
  const server = new FakeServer();
  const { expressions: [{ rules }] } = await recordExpressions(server, tableOf(3));
  expect(rules).toEqual({ 'self == 0': true, 'self == 1': 'odd', 'self == 2': true });
  expect(server.requests).toEqual([
    `DELETE ${CRD}`, `GET ${CRD}`, `POST ${CRDS}`, 'GET /apis/cel.example.com/v1/questions', 'GET /apis/cel.example.com/v1/questions',
    'POST /apis/cel.example.com/v1/namespaces/default/questions?dryRun=All', `DELETE ${CRD}`,
  ]);
});

test('a CRD holds a hundred questions at most', async () => {
  const server = new FakeServer();
  const { expressions: [{ rules }] } = await recordExpressions(server, tableOf(101));
  expect([rules['self == 99'], rules['self == 100']]).toEqual(['odd', true]);
  expect(server.requests.filter(request => request === `POST ${CRDS}`)).toHaveLength(2);
});

test('fails when the server refuses the CRD', async () => {
  const server = new FakeServer({ status: 422, body: { message: 'compilation failed' } });
  await expect(recordExpressions(server, tableOf(1))).rejects.toThrow('the server refuses the CRD: compilation failed');
});
