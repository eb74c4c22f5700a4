/**
 * @param said what may have been said
 * @param reason why it says nothing, beginning with the path of the construct
 * @param repair what to do instead of leaving it out
 * @throws when something was
 */
export function requireNone(said: Readonly<Record<string, unknown>>, reason: string, repair: string): void {
  const [name] = Object.entries(said).flatMap(([key, value]) => value === undefined ? [] : [key]);
  if (name !== undefined) {
    throw new Error(`${reason}, so ${name} has no effect. Leave it out, or ${repair}.`);
  }
}
