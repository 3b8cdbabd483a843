/** Day (`dd-mm-yyyy`) and time (`hh:mm`) as the user's own clock shows them. */
export interface Moment {
  readonly today: string;
  readonly time: string;
}

export function momentOf(date: Date): Moment {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    today: `${two(date.getDate())}-${two(date.getMonth() + 1)}-${String(date.getFullYear())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}
