/// No coordinate of the earth is larger, in whatever unit; with it the exact predicates need no numbers beyond doubles and their sums.
let coordinateLimit = 1e100
