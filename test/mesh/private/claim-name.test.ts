import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { claimName } from '../../../lib/mesh/private/claim-name';

const WEB = { what: 'Deployment', name: 'web' };

function chartsIn(...namespaces: (string | undefined)[]): Construct[] {
  const app = new App();
  return namespaces.map((namespace, index) => new Construct(new Chart(app, `chart-${index}`, { namespace }), 'web'));
}

test('a name is free in another namespace, for another kind, and for whom it is', () => {
  const [shop, other] = chartsIn('shop', 'other');
  const claimAll = (): void => {
    claimName(shop, WEB, 'shop', 'Mend it.');
    claimName(shop, WEB, 'shop', 'Mend it.');
    claimName(other, WEB, 'other', 'Mend it.');
    claimName(other, { ...WEB, what: 'StatefulSet' }, 'other', 'Mend it.');
  };
  expect(claimAll).not.toThrow();
});

test.each([['shop', 'shop', 'shop'], ['default', undefined, 'default']])('is an error where another has it in the namespace %s', (namespace, first, second) => {
  const [one, two] = chartsIn(first, second);
  claimName(one, WEB, 'one', 'Mend it.');
  expect(() => claimName(two, WEB, 'two, version "v1"', 'Mend it.')).toThrow(new Error(
    `two, version "v1": "chart-0/web" has the Deployment "web" in the namespace "${namespace}" already, and one would replace the other. Mend it.`,
  ));
});
