/** What stands for the connections to the Service of a gateway that are meant for one host. @throws when the name would be too long */
export function exitSubset(host: string, place: string): string {
  const subset = host.replaceAll('.', '-');
  if (subset.length > 63) {
    throw new Error(`${place}: the gateway identifies "${host}" by its name, which may have at most 63 characters here. Call it without the gateway.`);
  }
  return subset;
}
