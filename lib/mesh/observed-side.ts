/** Which proxy sees something: every request inside of the mesh passes two. */
export enum ObservedSide {
  /** That of the caller. */
  CLIENT = 'client',
  /** That of the called. */
  SERVER = 'server',
}
