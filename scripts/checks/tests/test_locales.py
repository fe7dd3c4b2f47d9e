import json

from checks import locales
from checks.tests.small_tree import SmallTree


class Locales(SmallTree):
    def findings(self, thai, english, source="m.circles_title(); const x = 'problem'; code('too_long')"):
        files = {"locales/th.json": json.dumps(thai), "locales/en.json": json.dumps(english), "web/src/a.ts": source}
        return locales.check(self.tree(files))

    def test_whole_and_used_is_good(self):
        self.assertEqual(self.findings({"circles_title": "วง"}, {"circles_title": "Circle"}), [])

    def test_a_key_of_one_language_only_is_found(self):
        self.assert_finds(self.findings({"circles_title": "วง"}, {}), "locales/en.json", "circles_title is missing")

    def test_an_empty_text_is_found(self):
        self.assert_finds(self.findings({"circles_title": " "}, {"circles_title": "Circle"}), "missing or empty")

    def test_placeholders_that_differ_are_found(self):
        self.assert_finds(self.findings({"circles_title": "วง {count}"}, {"circles_title": "{number} circles"}), "placeholders")

    def test_an_unused_key_is_found(self):
        both = {"circles_title": "ก", "circles_unused": "ข"}
        self.assert_finds(self.findings(both, both), "circles_unused is used nowhere")

    def test_a_used_key_that_is_not_there_is_found(self):
        self.assert_finds(self.findings({}, {}), "circles_title is not there")

    def test_a_key_made_from_a_code_counts_as_used(self):
        both = {"circles_title": "ก", "problem_too_long": "ข"}
        self.assertEqual(self.findings(both, both), [])

    def test_a_problem_whose_code_nobody_throws_is_found(self):
        both = {"circles_title": "ก", "problem_forgotten": "ข"}
        self.assert_finds(self.findings(both, both), "problem_forgotten is used nowhere")

    def test_a_key_with_a_prefix_that_is_completed_at_run_time_counts_as_used(self):
        both = {"areas_here_session": "ข", "circles_title": "ก"}
        self.assertEqual(self.findings(both, both, "m.circles_title(); say(`areas_here_${kind}`)"), [])

    def test_a_key_with_a_suffix_that_is_added_at_run_time_counts_as_used(self):
        both = {"disk_full": "ก", "disk_full_remedy": "ข", "disk_gone_remedy": "ค"}
        findings = self.findings(both, both, "say('disk_full' + '_remedy')")
        self.assertEqual(len(findings), 1)
        self.assert_finds(findings, "disk_gone_remedy is used nowhere")

    def test_an_event_without_words_is_found_and_a_file_is_none(self):
        files = {"locales/th.json": '{"event_circles_made": "ก"}', "locales/en.json": '{"event_circles_made": "a"}',
                 "web/src/a.ts": "say(`event_${name}`)",
                 "server/features/circles/a.cpp": 'record(tx, "circles.made"); record(tx, "circles.lost"); open("circles.db"); say("other.made");'}
        findings = locales.check(self.tree(files))
        self.assertEqual(len(findings), 1)
        self.assert_finds(findings, "circles.lost has no words")

    def test_keys_out_of_order_are_found(self):
        both = {"problem_too_long": "ข", "circles_title": "ก"}
        self.assert_finds(self.findings(both, both), "not sorted")
