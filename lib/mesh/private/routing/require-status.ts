/** @throws when a number is no status that a mesh answers with */
export function requireStatus(status: number, place: string): void {
  if (!(Number.isInteger(status) && status >= 200 && status <= 599)) {
    throw new Error(`${place}: ${status} is not a response status. Use a whole number from 200 to 599, such as 503.`);
  }
}
