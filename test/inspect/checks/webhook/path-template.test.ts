import { pathTemplateProblem } from '../../../../lib/inspect/checks/webhook/path-template';

describe('a path', () => {
  test.each(['/', '/orders', '/orders/*', '*/orders', '{*}', '/orders/{*}/items/{**}', '/{**}/', '/a+b/{*}'])('can be %s', path => {
    expect(pathTemplateProblem(path)).toBeUndefined();
  });

  test.each([
    ['/orders/{id}', '"{id}" is neither {*} nor {**}, and braces stand for nothing else'],
    ['/orders/{*}s', '"{*}s" is neither {*} nor {**}, and braces stand for nothing else'],
    ['/{**}/{**}', '{**} stands behind {**}, which takes all that is left'],
    ['/orders/*/{*}', '"*" may not stand beside {*} or {**}'],
    ['/orders//{*}', '"" may not stand beside {*} or {**}'],
  ])('cannot be %s', (path, problem) => {
    expect(pathTemplateProblem(path)).toBe(problem);
  });
});
