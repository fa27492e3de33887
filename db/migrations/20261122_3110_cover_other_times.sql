-- Help that nobody can take at its own time may be given at another of the same day: by somebody else, or by whoever had it.
alter table app.cover_moves
  add column to_slot_key text constraint cover_moves_to_slot_length check (length(to_slot_key) between 1 and 200),
  drop constraint cover_moves_to_another,
  add constraint cover_moves_to_another check (to_staff_id <> from_staff_id or to_slot_key is not null),
  add constraint cover_moves_slot_is_given check (to_slot_key is null or to_staff_id is not null and to_slot_key <> slot_key);
