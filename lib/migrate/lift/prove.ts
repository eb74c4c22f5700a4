import { App, Chart } from 'cdk8s';
import { Istio } from '../../istio/istio';
import { GLOBAL_BINDINGS } from '../bindings';
import type { ChartPlan } from '../chart-plan';
import { runCode } from '../code/run-code';
import type { DesiredObject } from '../desired-object';
import { difference } from '../difference';
import { nameText } from '../source-object';

type Rendered = Readonly<Record<string, unknown>>;

/** Why charts, which run in one app with a mesh as Istio has it by default, do not render exactly these objects; undefined when they do. */
export function problemOf(charts: readonly ChartPlan[], wanted: readonly DesiredObject[]): string | undefined {
  try {
    const rendered = render(charts);
    return typeof rendered === 'string' ? rendered : comparison(wanted, rendered);
  } catch (error) {
    return (error as Error).message;
  }
}

function render(charts: readonly ChartPlan[]): readonly Rendered[] | string {
  const app = new App();
  Istio.mesh().applyTo(app);
  const made = charts.map(plan => {
    const chart = new Chart(app, plan.stem, { namespace: plan.namespace });
    const bindings = new Map([...GLOBAL_BINDINGS, ['this', chart]]);
    plan.statements.forEach(({ code, constant }) => {
      const result = runCode(code, bindings);
      if (constant !== undefined) {
        bindings.set(constant, result);
      }
    });
    return chart;
  });
  const [problem] = app.node.findAll().flatMap(construct => construct.node.validate());
  return problem ?? made.flatMap(chart => chart.toJson() as Rendered[]);
}

function comparison(wanted: readonly DesiredObject[], rendered: readonly Rendered[]): string | undefined {
  const left = new Map(rendered.map(object => [keyOf(object), object]));
  for (const { name, value } of wanted) {
    const found = left.get(keyOf(value));
    if (found === undefined) {
      return `${nameText(name)} would be missing`;
    }
    const differs = difference(value, found);
    if (differs !== undefined) {
      return `${nameText(name)} would differ: ${differs}`;
    }
    left.delete(keyOf(value));
  }
  const [more] = left.values();
  return more === undefined ? undefined : `${String(more.kind)} ${(more.metadata as { name: string }).name} would be added`;
}

function keyOf({ apiVersion, kind, metadata }: Rendered): string {
  const { name, namespace } = metadata as { readonly name: string; readonly namespace?: string };
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
