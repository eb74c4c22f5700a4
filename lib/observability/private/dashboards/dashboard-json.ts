import { DashboardPanel, DashboardRow } from '../../dashboard-panel';
import { DashboardVariable } from '../../dashboard-variable';
import { MeshQuery } from '../../mesh-query';
import { MetricUnit } from '../../metric-unit';
import { PanelKind } from '../../panel-kind';
import { variableModels } from './variable-models';

/** What a dashboard shows. */
export interface DashboardIntent {
  readonly title: string;
  readonly description: string;
  readonly uid: string;
  readonly variables: readonly DashboardVariable[];
  readonly rows: readonly DashboardRow[];
}

/** The model of Grafana for a dashboard. Pictures stand in a grid that is 24 wide. */
export function dashboardModel({ description, rows, title, uid, variables }: DashboardIntent): object {
  return {
    uid,
    title,
    description,
    tags: ['mesh'],
    timezone: 'browser',
    editable: false,
    graphTooltip: 1,
    time: { from: 'now-1h', to: 'now' },
    refresh: '30s',
    schemaVersion: 39,
    templating: { list: variableModels(variables) },
    panels: panelModels(rows),
  };
}

const WIDTH = 24;
const HEIGHTS: Readonly<Record<PanelKind, number>> = { timeseries: 8, stat: 4 };

function panelModels(rows: readonly DashboardRow[]): object[] {
  const models: object[] = [];
  let y = 0;
  for (const { panels, title } of rows) {
    models.push({ id: models.length + 1, type: 'row', title, collapsed: false, gridPos: { x: 0, y, w: WIDTH, h: 1 }, panels: [] });
    y += 1;
    const inLine = Math.min(panels.length, panels.every(({ kind }) => kind === PanelKind.NUMBER) ? 6 : 3);
    const w = Math.floor(WIDTH / inLine);
    const h = Math.max(...panels.map(({ kind = PanelKind.LINES }) => HEIGHTS[kind]));
    panels.forEach((panel, index) => {
      models.push(panelModel(panel, models.length + 1, { x: index % inLine * w, y: y + Math.floor(index / inLine) * h, w, h }));
    });
    y += Math.ceil(panels.length / inLine) * h;
  }
  return models;
}

interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const SOURCE = { type: 'prometheus', uid: '${datasource}' };

function panelModel({ kind = PanelKind.LINES, queries, title }: DashboardPanel, id: number, gridPos: GridPosition): object {
  const { unit } = queries[0];
  const startsAtZero = queries.every(({ belowZero }) => !belowZero);
  return {
    id,
    type: kind,
    title,
    description: queries.map(({ description }) => `${description}.`).join(' '),
    datasource: SOURCE,
    gridPos,
    fieldConfig: { defaults: { unit, ...(startsAtZero ? { min: 0 } : {}), ...(unit === MetricUnit.PERCENT ? { max: 100 } : {}) }, overrides: [] },
    options: kind === PanelKind.NUMBER
      ? { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } }
      : { legend: { displayMode: 'list', placement: 'bottom', showLegend: true }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: queries.map((query, index) => targetModel(query, String.fromCharCode(65 + index), queries.length > 1)),
  };
}

function targetModel({ labels, name, text }: MeshQuery, refId: string, isOneOfSeveral: boolean): object {
  const results = labels.map(label => `{{${label}}}`).join(' ');
  const legendFormat = [...isOneOfSeveral || labels.length === 0 ? [name] : [], ...results === '' ? [] : [results]].join(' ');
  return { refId, datasource: SOURCE, editorMode: 'code', expr: text, legendFormat, range: true };
}
