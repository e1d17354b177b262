/** Abramowitz and Stegun 7.1.5 near 0, the continued fraction 7.1.14 of the complement elsewhere: to 1e-15. */
export function erf(a: number): number {
  const x = Math.abs(a)
  if (x > 6) return Math.sign(a)
  if (x > 2.5) {
    let fraction = 0
    for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction)
    return Math.sign(a) * (1 - Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction)))
  }
  let term = x
  let sum = x
  for (let k = 1; k < 80; k++) {
    term *= (-x * x) / k
    sum += term / (2 * k + 1)
  }
  return (Math.sign(a) * 2 * sum) / Math.sqrt(Math.PI)
}
