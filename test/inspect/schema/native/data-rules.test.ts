import { judgeFields } from '../../../support/judge-native';

const configMap = (fields: object): readonly string[] => judgeFields('v1', 'ConfigMap', fields);
const secret = (fields: object): readonly string[] => judgeFields('v1', 'Secret', fields);

test('keys are names of files, each in one list', () => {
  expect(configMap({ data: { 'a/b': 'x', '..a': 'x', '.env': 'x', 'c': 'x' }, binaryData: { c: 'eA==' } })).toEqual([
    'binaryData.c: duplicate: duplicate key "c", also in data (each key only once)',
    'data["..a"]: format: the key "..a" is not a valid file name: it must not be "." or start with ".."',
    'data["a/b"]: format: the key "a/b" is not a valid file name: use letters, digits, "-", "_" and "."',
  ]);
  expect(secret({ data: { c: 'eA==' }, stringData: { 'c': 'x', 'a b': 'x' } }))
    .toEqual(['stringData["a b"]: format: the key "a b" is not a valid file name: use letters, digits, "-", "_" and "."']);
});

test('the values have a size', () => {
  const kibibyte = 1024;
  expect(configMap({ data: { a: 'x'.repeat(kibibyte ** 2) } })).toEqual([]);
  expect(configMap({ data: { a: 'x'.repeat(kibibyte ** 2) }, binaryData: { b: 'eA==' } })).toEqual(['data: bounds: the values have 1048577 bytes (at most 1048576)']);
  expect(secret({ data: { a: Buffer.alloc(kibibyte ** 2).toString('base64') } })).toEqual([]);
  expect(secret({ stringData: { a: '\u00e4'.repeat(kibibyte ** 2 / 2), b: 'x' } })).toEqual(['stringData: bounds: the values have 1048577 bytes (at most 1048576)']);
  expect(configMap({ data: { a: 'x' }, binaryData: { b: Buffer.alloc(kibibyte ** 2).toString('base64') } })).toEqual(['binaryData: bounds: the values have 1048577 bytes (at most 1048576)']);
});

test('a value of stringData counts instead of that of data, and the ends of lines in base64 do not', () => {
  const half = Buffer.alloc(700_000);
  expect(secret({ data: { a: half.toString('base64') }, stringData: { a: half.toString() } })).toEqual([]);
  const lines = Buffer.alloc(1024 ** 2).toString('base64').replace(/.{76}/g, '$&\n');
  expect(secret({ data: { a: lines } })).toEqual([]);
  expect(configMap({ binaryData: { a: lines.replaceAll('\n', '\r\n') } })).toEqual([]);
});

test('names that every JavaScript object knows are names like others', () => {
  expect(secret({ type: 'constructor' })).toEqual([]);
  expect(configMap({ data: { a: 'x' }, binaryData: { constructor: 'eA==' } })).toEqual([]);
});
