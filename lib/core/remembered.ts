/**
 * The function, which computes only once for the same object and remembers the result for as long as the object lives.
 * Only for pure functions of what nobody changes: a service's definition, a form, the answers of one request.
 */
export function remembered<A extends object, R>(compute: (given: A) => R): (given: A) => R {
  const known = new WeakMap<A, { result: R }>();
  return (given) => {
    const found = known.get(given) ?? { result: compute(given) };
    known.set(given, found);
    return found.result;
  };
}

/** The same for a function of two objects. */
export function rememberedForBoth<A extends object, B extends object, R>(
  compute: (first: A, second: B) => R,
): (first: A, second: B) => R {
  const withFirst = remembered((first: A) => remembered((second: B) => compute(first, second)));
  return (first, second) => withFirst(first)(second);
}
