/** How much of what passes is written to the log of the collector. */
export enum DebugVerbosity {
  BASIC = 'basic',
  NORMAL = 'normal',
  DETAILED = 'detailed',
}
