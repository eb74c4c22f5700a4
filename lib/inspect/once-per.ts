/** Answers by what they are about: a Map, or a WeakMap. */
interface Answers<K, T> {
  has(key: K): boolean;
  get(key: K): T | undefined;
  set(key: K, answer: T): unknown;
}

/** The answer that is known, or else worked out and kept; one that is undefined is an answer, too. */
export function answered<K, T>(answers: Answers<K, T>, key: K, workOut: (key: K) => T): T {
  const known = answers.get(key);
  if (known !== undefined || answers.has(key)) {
    return known as T;
  }
  const answer = workOut(key);
  answers.set(key, answer);
  return answer;
}

/**
 * What follows from an object alone and is asked for again and again, worked out once for each object, when it is first asked for. It is
 * forgotten together with the object.
 */
export function oncePer<K extends object, T>(workOut: (key: K) => T): (key: K) => T {
  const answers = new WeakMap<K, T>();
  return key => answered(answers, key, workOut);
}
