/** @throws when a service is another than was published of it */
export function requireSame(details: Readonly<Record<string, readonly [own: string, published: string]>>, place: string): void {
  for (const [what, [own, published]] of Object.entries(details)) {
    if (own !== published) {
      throw new Error(`${place}: ${what} is "${own}", and its contract says "${published}", on which other teams count. Publish a contract that says what is so, or keep to it.`);
    }
  }
}
