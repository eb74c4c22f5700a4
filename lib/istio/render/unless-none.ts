/** A list as a field: absent where there is nothing in it. */
export function unlessNone<T>(list: readonly T[] = []): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
