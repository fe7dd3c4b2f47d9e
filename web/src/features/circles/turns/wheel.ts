// The rotation as a wheel: hosts around a circle from the top, a dot outward for each turn held, the hand on whose turn it is.
import type { HostLine } from '../types.ts';

export type Spot = { x: number; y: number };
export type Seat = Spot & { host: HostLine; number: number; dots: Spot[]; next: boolean };
export type Wheel = { seats: Seat[]; hand: Spot | undefined; size: number; radius: number };

const size = 360;
const radius = 92;
const firstDot = 32;
const betweenDots = 11;
/** As many as the picture has room for; the table says them all. */
const mostDots = 4;

const at = (angle: number, distance: number): Spot => ({
  x: size / 2 + distance * Math.sin(angle),
  y: size / 2 - distance * Math.cos(angle),
});

/** Who left has no seat; their turns stand in the table. */
export function wheel(hosts: HostLine[], next: number | undefined): Wheel {
  const there = hosts.filter(({ left_on }) => !left_on);
  const seats = there.map((host, i): Seat => {
    const angle = (2 * Math.PI * i) / there.length;
    const dots = Array.from({ length: Math.min(host.hosted, mostDots) }, (_, dot) => at(angle, radius + firstDot + dot * betweenDots));
    return { ...at(angle, radius), host, number: i + 1, dots, next: host.host.id === next };
  });
  const pointed = seats.findIndex((seat) => seat.next);
  return { seats, hand: pointed < 0 ? undefined : at((2 * Math.PI * pointed) / there.length, radius - 30), size, radius };
}
