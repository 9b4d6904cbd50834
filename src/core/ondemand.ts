/** Returns an object whose members are each made when they are first asked for: a command says little of all that can be said. */
export function onDemand<Whole extends object>(makers: { readonly [Key in keyof Whole]: () => Whole[Key] }): Whole {
  const whole = {} as Whole;
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(whole, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make();
        Object.defineProperty(whole, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole;
}

/** Returns a function that makes something when it is first called, and gives the same again. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
