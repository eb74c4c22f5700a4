import { DashboardRow } from './dashboard-panel';
import { DashboardVariable } from './dashboard-variable';
import { DashboardIntent, dashboardModel } from './private/dashboards/dashboard-json';
import { ADDRESS, dashboardSlug } from './private/dashboards/dashboard-slug';
import { canaryRows, controlPlaneRows, meshRows, performanceRows, serviceRows, workloadRows } from './private/dashboards/standard-dashboards';

/** A dashboard of one's own. */
export interface DashboardProps {
  /** What it is for, in a sentence. */
  readonly description: string;
  /** Its pictures. */
  readonly rows: DashboardRow[];
  /**
   * What its reader chooses. Queries speak of it with `MetricScope.chosen`.
   *
   * @default - nothing but the Prometheus that is asked
   */
  readonly variables?: DashboardVariable[];
}

/** A dashboard of Grafana, made of queries. Its address stays the same, whatever it shows. */
export class Dashboard {
  /** The dashboards that every mesh of Istio has use for: Mesh, Service, Workload, Performance, Control Plane, Canary. */
  public static standard(): Dashboard[] {
    return [Dashboard.mesh(), Dashboard.service(), Dashboard.workload(), Dashboard.performance(), Dashboard.controlPlane(), Dashboard.canary()];
  }

  /** All of the mesh, service by service. */
  public static mesh(): Dashboard {
    return Dashboard.standardOf('mesh', 'Mesh', { description: 'All of the mesh, service by service', rows: meshRows() });
  }

  /** One service: for whom it works, and how well. */
  public static service(): Dashboard {
    return Dashboard.standardOf('service', 'Mesh: Service', { description: 'For whom a service works, and how well', rows: serviceRows(), variables: [NAMESPACE, SERVICE] });
  }

  /** One workload: what it is asked for, what it asks others for, and its proxies. */
  public static workload(): Dashboard {
    return Dashboard.standardOf('workload', 'Mesh: Workload', { description: 'What a workload is asked for, and what it asks others for', rows: workloadRows(), variables: [NAMESPACE, WORKLOAD] });
  }

  /** What the mesh itself costs. */
  public static performance(): Dashboard {
    return Dashboard.standardOf('performance', 'Mesh: Performance', { description: 'What the mesh itself costs', rows: performanceRows(), variables: [NAMESPACE] });
  }

  /** The control plane, and the collector. */
  public static controlPlane(): Dashboard {
    return Dashboard.standardOf('control-plane', 'Mesh: Control Plane', { description: 'The control plane of Istio, and the collector', rows: controlPlaneRows() });
  }

  /** The versions of one service beside each other. */
  public static canary(): Dashboard {
    return Dashboard.standardOf('canary', 'Mesh: Canary', { description: 'The versions of a service beside each other', rows: canaryRows(), variables: [NAMESPACE, SERVICE] });
  }

  /** One of your own. @throws when the title is none, it shows nothing, or something in two units, or of what nobody chooses */
  public static of(title: string, props: DashboardProps): Dashboard {
    const call = `Dashboard.of("${title}")`;
    if (title.trim() !== title || title === '' || title.length > 100 || /\p{Cc}/u.test(title)) {
      throw new Error(`${call}: this is not a valid dashboard title. Use one line of at most 100 characters, without surrounding spaces.`);
    }
    requireShown(props, call);
    return new Dashboard(title, props, dashboardSlug(title));
  }

  /** Kiali finds one by a part of its title, so that no other one in the same Grafana should have such words. */
  private static standardOf(slug: string, title: string, props: DashboardProps): Dashboard {
    return new Dashboard(title, props, slug);
  }

  /** What stands above it. */
  public readonly title: string;
  /** Its address in Grafana, behind `/d/`. */
  public readonly uid: string;
  /** What its files and its address are named after. @internal */
  public readonly _slug: string;

  private readonly intent: DashboardIntent;

  private constructor(title: string, { description, rows, variables = [] }: DashboardProps, slug: string) {
    this.title = title;
    this.uid = `${ADDRESS}${slug}`;
    this._slug = slug;
    this.intent = { title, description, rows, variables, uid: this.uid };
  }

  /** What Grafana reads, as text. */
  public get json(): string {
    return `${JSON.stringify(dashboardModel(this.intent), undefined, 1)}\n`;
  }

  /** The queries that it asks, in their order. @internal */
  public get _queries(): readonly string[] {
    return this.intent.rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.map(({ text }) => text)));
  }
}

const { NAMESPACE, SERVICE, WORKLOAD } = DashboardVariable;

/** @throws when it shows nothing, or something in two units, or of what nobody chooses */
function requireShown({ rows, variables = [] }: DashboardProps, call: string): void {
  const panels = rows.flatMap(row => row.panels);
  if (rows.length === 0 || rows.some(row => row.panels.length === 0)) {
    throw new Error(`${call}: ${rows.length === 0 ? 'it has no row' : 'a row has no panel'}. Add rows with at least one panel.`);
  }
  requireTitles(rows.map(({ title }) => title), 'row', call);
  requireTitles(panels.map(({ title }) => title), 'panel', call);
  panels.forEach(({ title: panel, queries }) => {
    requireOneUnit([...new Set(queries.map(({ unit }) => unit))], `${call}, panel "${panel}"`);
    queries.forEach(({ text }) => requireChosen(text, variables, `${call}, panel "${panel}"`));
  });
}

function requireTitles(titles: readonly string[], what: string, call: string): void {
  if (titles.some(title => title.trim() === '')) {
    throw new Error(`${call}: a ${what} has an empty title. Describe what it shows.`);
  }
}

function requireOneUnit(units: readonly string[], place: string): void {
  if (units.length !== 1) {
    throw new Error(`${place}: ${units.length === 0 ? 'it has no query' : `its queries have several units: ${units.join(', ')}`}. Create one panel for each unit, with at least one query.`);
  }
}

function requireChosen(text: string, variables: readonly DashboardVariable[], place: string): void {
  const unknown = Object.values(DashboardVariable).find(variable => !variables.includes(variable) && new RegExp(`\\$\\{?${variable}\\b`).test(text));
  if (unknown !== undefined) {
    throw new Error(`${place}: the query uses "${unknown}", which is not a variable of the dashboard. Add it to the variables of the dashboard.`);
  }
}
