import { MeshQuery } from './mesh-query';
import { PanelKind } from './panel-kind';

/** A picture of what queries say. */
export interface DashboardPanel {
  /**
   * How it is shown.
   *
   * @default PanelKind.LINES
   */
  readonly kind?: PanelKind;
  /** What is asked for; all of it in one unit. */
  readonly queries: MeshQuery[];
  /** What stands above it. */
  readonly title: string;
}

/** Pictures below a title of their own, side by side. */
export interface DashboardRow {
  /** The pictures. */
  readonly panels: DashboardPanel[];
  /** What stands above them. */
  readonly title: string;
}
