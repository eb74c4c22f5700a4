/** Whether a number can be that of a port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

/** @throws when a number cannot be that of a port; what is not said passes */
export function requirePort(port: number | undefined, place: string): void {
  if (port !== undefined && !isPort(port)) {
    throw new Error(`${place}: ${port} is not a valid port. Use a whole number from 1 to 65535.`);
  }
}
