/** @throws when a service is another than was published of it */
export function requireSame(details: Readonly<Record<string, readonly [own: string, published: string]>>, place: string): void {
  for (const [what, [own, published]] of Object.entries(details)) {
    if (own !== published) {
      throw new Error(`${place}: ${what} is "${own}", and its contract says "${published}", on which other teams rely. Publish a contract with the actual value, or change it to match.`);
    }
  }
}
