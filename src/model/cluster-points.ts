/** Something on the map; the heavier one keeps its position where two are joined. */
export interface Weighted {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

export interface Cluster<Member> {
  readonly x: number;
  readonly y: number;
  readonly members: readonly Member[];
}

/**
 * Joins what lies closer together than `distance`: the positions that are left are at least so far apart. Ordered from
 * north to south; the same input gives the same clusters, whatever its order.
 */
export function clusterPoints<Member extends Weighted>(points: readonly Member[], distance: number): Cluster<Member>[] {
  const heaviestFirst = points
    .map((point, index) => ({ point, index }))
    .sort((a, b) => b.point.weight - a.point.weight || a.point.y - b.point.y || a.point.x - b.point.x);
  const clusters: { x: number; y: number; members: { point: Member; index: number }[] }[] = [];
  for (const member of heaviestFirst) {
    const { x, y } = member.point;
    let nearest: (typeof clusters)[number] | undefined;
    let least = distance;
    for (const cluster of clusters) {
      const away = Math.hypot(cluster.x - x, cluster.y - y);
      if (away < least) [nearest, least] = [cluster, away];
    }
    if (nearest) nearest.members.push(member);
    else clusters.push({ x, y, members: [member] });
  }
  return clusters
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ x, y, members }) => ({
      x,
      y,
      members: members.sort((a, b) => a.index - b.index).map(({ point }) => point),
    }));
}
