import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { BOUNDARY } from '../../mesh/private/boundary';
import { once } from '../../mesh/private/settled';

/** A chart whose folder a controller applies. */
export interface DeliveredChart {
  readonly chart: Chart;
  /** below the output folder, with `/` */
  readonly path: string;
  /** of the environment and the chart, fit for the name of an object */
  readonly name: string;
}

/** The charts that are delivered, and which of them come before which. */
export class DeliveredCharts {
  private readonly charts: DeliveredChart[] = [];
  private readonly order: () => ReadonlyMap<DeliveredChart, readonly DeliveredChart[]>;

  /** @param place the construct that delivers them */
  constructor(place: IConstruct) {
    this.order = once(place, () => orderOf(this.charts));
  }

  /** @throws when it is there already, and when its folder or name cannot be told from its ids. */
  public add(chart: Chart): DeliveredChart {
    if (this.charts.some(other => other.chart === chart)) {
      throw new Error(`${chart.node.path}: is delivered already. Deliver a chart once.`);
    }
    const scopes = chart.node.scopes.slice(1);
    const environment = scopes.filter(scope => BOUNDARY in scope).map(({ node }) => node.id);
    const folder = scopes.slice(environment.length).map(({ node }) => node.id).join('.');
    if (!NAME.test(folder)) {
      throw new Error(`${chart.node.path}: "${folder}" is not the name of an object, which the delivery of a chart needs. Name charts with lower-case letters, digits, hyphens and dots.`);
    }
    const delivered = { chart, path: [...environment, folder].join('/'), name: [...environment, folder].join('-') };
    this.charts.push(delivered);
    return delivered;
  }

  /** The charts which one waits for, by its own word or since their namespaces are those of its objects. */
  public before(delivered: DeliveredChart): readonly DeliveredChart[] {
    return this.order().get(delivered) ?? [];
  }

  /** How many charts come before one, each after another. */
  public wave(delivered: DeliveredChart): number {
    const waves = new Map<DeliveredChart, number>();
    for (const [one, before] of this.order()) {
      waves.set(one, Math.max(-1, ...before.map(other => waves.get(other) ?? 0)) + 1);
    }
    return waves.get(delivered)!;
  }
}

/** Each chart after those that it waits for. */
function orderOf(charts: readonly DeliveredChart[]): ReadonlyMap<DeliveredChart, readonly DeliveredChart[]> {
  const creators = new Map(charts.flatMap(one => namesOf(one.chart, 'Namespace').map(name => [`${placeOf(one)} ${name}`, one])));
  const ordered = new Map<DeliveredChart, readonly DeliveredChart[]>();
  const visit = (one: DeliveredChart, above: readonly DeliveredChart[]): void => {
    if (ordered.has(one)) {
      return;
    }
    const said = new Set(one.chart.node.findAll().flatMap(({ node }) => node.dependencies).map(({ node }) => chartAround(node.scopes)));
    const creating = new Set(namespacesUsedBy(one.chart).map(name => creators.get(`${placeOf(one)} ${name}`)));
    // Two charts with objects in each other's namespaces wait for none of them: neither would ever come.
    const before = charts.filter(other => other !== one && (said.has(other.chart) || creating.has(other)) && !above.includes(other));
    before.forEach(other => visit(other, [...above, one]));
    ordered.set(one, before);
  };
  charts.forEach(one => visit(one, []));
  return ordered;
}

/** The objects of a chart, without those of charts in it. */
export function objectsOf(chart: Chart, ...kinds: readonly string[]): ApiObject[] {
  const objects = chart.node.findAll().filter(construct => ApiObject.isApiObject(construct)).filter(object => object.chart === chart);
  return kinds.length === 0 ? objects : objects.filter(({ kind }) => kinds.includes(kind));
}

const NAME = /^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/;

function namesOf(chart: Chart, kind: string): string[] {
  return objectsOf(chart, kind).map(({ name }) => name);
}

/** Those that it does not create itself. */
function namespacesUsedBy(chart: Chart): string[] {
  const own = new Set(namesOf(chart, 'Namespace'));
  const used = new Set(objectsOf(chart).map(({ metadata }) => metadata.namespace));
  return [...used].filter(name => name !== undefined).filter(name => !own.has(name));
}

function chartAround(scopes: readonly IConstruct[]): IConstruct | undefined {
  return [...scopes].reverse().find(scope => Chart.isChart(scope));
}

/** The environment. */
function placeOf({ chart }: DeliveredChart): string {
  return chart.node.scopes.find(scope => BOUNDARY in scope)?.node.id ?? '';
}
