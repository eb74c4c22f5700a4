interface Named {
  readonly name: string;
}

/** The same in the same order, each under a name of its own: of those that are called alike, the second is `orders-2`. */
export function withOwnNames<T extends Named>(things: readonly T[]): T[] {
  const taken = new Set(things.map(({ name }) => name));
  const placed = new Set<string>();
  return things.map(thing => {
    const name = placed.has(thing.name) ? freeName(thing.name, taken) : thing.name;
    placed.add(name);
    taken.add(name);
    return { ...thing, name };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name}-${number}`)) {
      return `${name}-${number}`;
    }
  }
}
