import { pathTemplateProblem } from '../../../../lib/inspect/checks/webhook/path-template';

describe('a path', () => {
  test.each(['/', '/orders', '/orders/*', '*/orders', '{*}', '/orders/{*}/items/{**}', '/{**}/', '/a+b/{*}'])('can be %s', path => {
    expect(pathTemplateProblem(path)).toBeUndefined();
  });

  test.each([
    ['/orders/{id}', '"{id}" is neither {*} nor {**}, and braces have no other meaning'],
    ['/orders/{*}s', '"{*}s" is neither {*} nor {**}, and braces have no other meaning'],
    ['/{**}/{**}', '{**} comes after {**}, which matches the rest of the path'],
    ['/orders/*/{*}', '"*" cannot be combined with {*} or {**}'],
    ['/orders//{*}', '"" cannot be combined with {*} or {**}'],
  ])('cannot be %s', (path, problem) => {
    expect(pathTemplateProblem(path)).toBe(problem);
  });
});
