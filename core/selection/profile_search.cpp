#include "core/selection/profile_search.h"

#include <algorithm>

#include "core/base/sort.h"

namespace storewright::selection {
namespace {

using knowledge::Effect;

constexpr std::size_t followed = 12;  // unfinished paths that are carried on

// Of equally short ways the one to the better winner.
bool shorter(const Path& a, const Path& b) { return a.size != b.size ? a.size < b.size : a.left.score < b.left.score; }

bool more_promising(const Path& a, const Path& b) {
  if (a.left < b.left) return true;
  return !(b.left < a.left) && a.size < b.size;
}

/// Hard rules in the way of each record.
std::vector<int> rules_in_the_way(const Rulebook& rulebook, const Decision& decision) {
  std::vector<int> count(rulebook.knowledge.engines.size());
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i)
    if (decision.active[i] == Truth::yes && is_hard(rulebook.knowledge.rules[i]))
      rulebook.rules[i].struck.each([&](std::size_t record) { ++count[record]; });
  return count;
}

// The moves that are worth trying, and what is left after some of them.
class Search {
 public:
  Search(const Profile& profile, const Rulebook& rulebook, Wish wish)
      : profile_(profile), rulebook_(rulebook), wish_(wish), now_(decide(rulebook, profile).leaves) {}

  const std::vector<Move>& moves() const { return moves_; }

  /// Takes a move after which a comparison of the rules comes out otherwise; of those of one input with the same outcome
  /// the smallest stands for all. What the team knows or runs speaks for one engine, so only the wished one is of use.
  void consider(Move move) {
    const bool of_engine = move.field->name == "experience" || move.field->name == "stores_in_use";
    if (of_engine &&
        (wish_.record < 0 || move.text != rulebook_.knowledge.engines[static_cast<std::size_t>(wish_.record)].id))
      return;
    std::vector<Truth> after = decide(rulebook_, profile_after(profile_, {move})).leaves;
    if (!of_engine && after == now_) return;
    for (std::size_t i = 0; i < moves_.size(); ++i)
      if (moves_[i].field == move.field && seen_[i] == after) {
        if (move.size < moves_[i].size) moves_[i] = std::move(move);
        return;
      }
    moves_.push_back(std::move(move));
    seen_.push_back(std::move(after));
  }

  Path extended(const Path& path, const Move& move) const {
    Path longer = path;
    longer.moves.push_back(move);
    longer.size += move.size;
    longer.left = left_of(profile_after(profile_, longer.moves));
    return longer;
  }

  bool touches(const Path& path, const Move& move) const {
    return std::any_of(path.moves.begin(), path.moves.end(), [&](const Move& made) { return same_input(made, move); });
  }

  Profile after(const Move& move) const { return profile_after(profile_, {move}); }
  Distance left_of(const Profile& profile) const { return distance_of(rulebook_, decide(rulebook_, profile), wish_); }

  /// Leaves out every move that is not needed, and makes each as small as it may be.
  Path trimmed(Path path) const {
    for (std::size_t i = 0; i < path.moves.size();) {
      std::vector<Move> fewer = path.moves;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (left_of(profile_after(profile_, fewer)).none())
        path.moves = std::move(fewer);
      else
        ++i;
    }
    for (Move& move : path.moves)
      for (const Move& other : moves_) {
        if (!same_input(move, other) || other.size >= move.size) continue;
        const Move kept = move;
        move = other;
        if (!left_of(profile_after(profile_, path.moves)).none()) move = kept;
      }
    path.size = 0;
    for (const Move& move : path.moves) path.size += move.size;
    return path;
  }

 private:
  const Profile& profile_;
  const Rulebook& rulebook_;
  Wish wish_;
  std::vector<Truth> now_;
  std::vector<Move> moves_;
  std::vector<std::vector<Truth>> seen_;  // what each move leaves of the comparisons
};

// The most promising paths, best first; all that reach the wish stay.
void keep(std::vector<Path>& paths, Path path) {
  std::size_t at = paths.size();
  while (at > 0 && more_promising(path, paths[at - 1])) --at;
  paths.insert(paths.begin() + static_cast<std::ptrdiff_t>(at), std::move(path));
  if (paths.size() > followed && !paths.back().left.none()) paths.pop_back();
}

std::vector<Path> reached(std::vector<Path> paths) {
  std::vector<Path> there;
  for (Path& path : paths)
    if (path.left.none()) there.push_back(std::move(path));
  sort_stably(there, shorter);
  return there;
}

void keep_promising(std::vector<Path>& paths) {
  sort_stably(paths, more_promising);
  if (paths.size() > followed) paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(followed), paths.end());
}

}  // namespace

Distance distance_of(const Rulebook& rulebook, const Decision& decision, Wish wish) {
  if (wish.record < 0) {
    if (decision.winner >= 0) return {0, -decision.scores[static_cast<std::size_t>(decision.winner)].total};
    const std::vector<int> rules = rules_in_the_way(rulebook, decision);
    Distance least{static_cast<int>(rulebook.rules.size()), 0};
    for (std::size_t record = 0; record < rules.size(); ++record)
      if (rulebook.knowledge.engines[record].record == knowledge::RecordKind::engine)
        least.rules = std::min(least.rules, std::max(rules[record], 1));
    return least;
  }
  if (decision.winner == wish.record) return {};
  const auto record = static_cast<std::size_t>(wish.record);
  Distance distance{rules_in_the_way(rulebook, decision)[record], 0};
  if (decision.rejected.has(record)) distance.rules = std::max(distance.rules, 1);
  if (decision.winner >= 0)
    distance.score = decision.scores[static_cast<std::size_t>(decision.winner)].total - decision.scores[record].total;
  // A tie that the other wins by its name is still not the first place.
  distance.score = std::max(distance.score, 1e-9);
  return distance;
}

Profile profile_after(const Profile& profile, const std::vector<Move>& moves) {
  Profile changed = profile;
  for (const Move& move : moves) apply(move, changed);
  return changed;
}

/// Where a search stands: which moves, single moves, pairs or longer paths come next.
struct PathSearch::Progress {
  enum class Stage { moves, singles, pairs, longer, done };

  Progress(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves)
      : search(profile, rulebook, wish), most(most_moves), candidates(all_moves(rulebook, profile)) {}

  Search search;
  int most;
  std::vector<Move> candidates;
  Stage stage = Stage::moves;
  std::size_t i = 0, j = 0;        // of candidates, moves or paths; of the second move
  std::optional<Profile> first;    // after the first move of a pair
  int length = 1;                  // of `paths`
  std::vector<Path> base;          // that are carried on
  std::vector<Path> paths;
  std::vector<Path> there;         // single moves
  std::optional<Path> shortest;

  void enter(Stage next) {
    stage = next;
    i = j = 0;
  }

  // All paths of this length are known: the wish is reached, or they are carried on, or there is no way.
  void finish_length() {
    std::vector<Path> found = reached(paths);
    if (length == 1) there = found;
    if (!found.empty()) {
      shortest = length == 1 ? found.front() : search.trimmed(found.front());
      return enter(Stage::done);
    }
    if (length == most) return enter(Stage::done);
    enter(length == 1 ? Stage::pairs : Stage::longer);
    if (length > 1) {
      keep_promising(paths);
      base = std::move(paths);
    }
    paths.clear();
    ++length;
  }

  void one_move() {
    if (i == candidates.size()) return enter(Stage::singles);
    search.consider(std::move(candidates[i++]));
  }

  void one_single() {
    if (i == search.moves().size()) return finish_length();
    paths.push_back(search.extended({}, search.moves()[i++]));
  }

  // Every pair once.
  void one_pair() {
    const std::vector<Move>& moves = search.moves();
    if (i == moves.size()) return finish_length();
    if (!first) {
      first = search.after(moves[i]);
      j = i + 1;
    }
    for (; j < moves.size() && same_input(moves[i], moves[j]); ++j) {
    }
    if (j == moves.size()) {
      ++i;
      first.reset();
      return;
    }
    Profile both = *first;
    apply(moves[j], both);
    const Distance left = search.left_of(both);
    if (left.none() || paths.size() < followed || left < paths.back().left)
      keep(paths, {{moves[i], moves[j]}, moves[i].size + moves[j].size, left});
    ++j;
  }

  void one_longer() {
    if (i == base.size()) return finish_length();
    const std::vector<Move>& moves = search.moves();
    for (; j < moves.size() && search.touches(base[i], moves[j]); ++j) {
    }
    if (j == moves.size()) {
      ++i;
      j = 0;
      return;
    }
    paths.push_back(search.extended(base[i], moves[j++]));
  }

  void step() {
    switch (stage) {
      case Stage::moves: return one_move();
      case Stage::singles: return one_single();
      case Stage::pairs: return one_pair();
      case Stage::longer: return one_longer();
      case Stage::done: return;
    }
  }
};

PathSearch::PathSearch(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves)
    : progress_(std::make_unique<Progress>(profile, rulebook, wish, most_moves)) {}

PathSearch::~PathSearch() = default;

bool PathSearch::work(int decisions) {
  for (; decisions > 0 && progress_->stage != Progress::Stage::done; --decisions) progress_->step();
  return progress_->stage == Progress::Stage::done;
}

const std::vector<Path>& PathSearch::single_moves() const { return progress_->there; }

const std::optional<Path>& PathSearch::shortest() const { return progress_->shortest; }

std::vector<Path> single_moves_to(const Profile& profile, const Rulebook& rulebook, Wish wish) {
  PathSearch search(profile, rulebook, wish, 1);
  search.work(all_decisions);
  return search.single_moves();
}

std::optional<Path> shortest_path_to(const Profile& profile, const Rulebook& rulebook, Wish wish, int most_moves) {
  PathSearch search(profile, rulebook, wish, most_moves);
  search.work(all_decisions);
  return search.shortest();
}

}  // namespace storewright::selection
