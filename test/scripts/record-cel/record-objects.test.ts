import { recordObjects } from '../../../scripts/record-cel/record-objects';
import type { Answer } from '../../../scripts/record-verdicts/api-server';

test('each object is tried, and what the server has against it is written down', async () => {
  const [good, bad] = ['good', 'bad'].map(name => ({ apiVersion: 'a/v1', kind: 'A', metadata: { name } }));
  const tryToCreate = async (object: unknown): Promise<Answer> => (
    object === good ? { status: 201, body: {} } : { status: 422, body: { details: { causes: [{ field: 'spec', message: 'no' }] } } }
  );
  const table = { server: 'v1', objects: [{ object: good, complaints: [['old', 'old']] as const }, { object: bad, complaints: [] }] };
  expect(await recordObjects({ tryToCreate }, table)).toEqual({
    server: 'v1', objects: [{ object: good, complaints: [] }, { object: bad, complaints: [['spec', 'no']] }],
  });
});
