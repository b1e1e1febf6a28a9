# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import io
from datetime import date

import docx
import pytest

from logbook.core.anchoring import check_quote
from logbook.core.packet import Packet, RemarkKind, SharedAnswer, SharedLine
from logbook.formats.packet_docx import render_docx
from tests.formats.word_edits import (
    changed,
    commented,
    only,
    ranged,
    read,
    said,
    with_comment,
)
from tests.packet_builders import full_packet, one_answer, packet_of, prose, public, second_round

ANSWER = public(22)


def about(packet: Packet, answer_id: str) -> str:
    answer = packet.answer(answer_id)
    assert answer is not None
    return answer.text


def test_a_document_without_comments_holds_no_remarks() -> None:
    answer = read(render_docx(full_packet()))
    assert answer.is_empty
    assert (answer.packet, answer.pair, answer.round) == (public(2), public(3), 1)


def test_comments_that_went_along_are_no_remarks() -> None:
    assert read(render_docx(second_round())).remarks == ()


def test_a_comment_becomes_a_remark_on_its_words() -> None:
    packet = full_packet()
    remark = only(commented(render_docx(packet), ("vroeg door", "tip: mooi gezien")))
    assert (remark.kind, remark.text, remark.answer) == (RemarkKind.TIP, "mooi gezien", ANSWER)
    assert remark.quote is not None
    assert check_quote(remark.quote, about(packet, ANSWER)) == remark.quote
    assert remark.quote.exact == "vroeg door"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Waarom?", RemarkKind.QUESTION),
        ("Mooi.", RemarkKind.MIRROR),
        ("THEORIE: x", RemarkKind.THEORY),
        ("herkenning. zo was het", RemarkKind.RECOGNITION),
        ("tip:", RemarkKind.MIRROR),
    ],
)
def test_the_kind_is_what_it_names_or_looks_like(text: str, kind: RemarkKind) -> None:
    assert only(commented(render_docx(full_packet()), ("vroeg door", text))).kind is kind


def test_a_comment_over_paragraphs_keeps_their_lines_without_marks() -> None:
    packet = full_packet()
    remark = only(commented(render_docx(packet), ("eerst stil…twee", "En toen?")))
    assert remark.quote is not None
    assert remark.quote.exact == "eerst stil\ntoen verder\neen\ntwee"
    assert check_quote(remark.quote, about(packet, ANSWER)) == remark.quote


def test_a_comment_over_a_whole_answer_with_cards_leaves_their_explanations_out() -> None:
    packet = full_packet()
    remark = only(commented(render_docx(packet), ("Brug…Kompas", "Drie dus.")))
    assert remark.answer == public(21)
    assert remark.quote is not None
    assert remark.quote.exact == "Brug\nNest\nKompas"


def test_a_comment_over_two_answers_belongs_to_the_first() -> None:
    remark = only(commented(render_docx(full_packet()), ("twee…7 van 10", "Hm.")))
    assert remark.answer == ANSWER
    assert remark.quote is not None
    assert remark.quote.exact == "twee"


def test_of_equal_words_the_right_ones_are_quoted() -> None:
    packet = one_answer("ja", "nee", "ja", "nee", "ja")

    def third(text: str) -> str:
        begin, end = text.rsplit(">nee<", 1)
        return f"{begin}{ranged('>nee<', 'nee')}{end}"

    quote = only(with_comment(packet, third)).quote
    assert quote is not None
    assert (quote.exact, quote.start) == ("nee", 10)


def test_a_comment_on_a_heading_is_about_all_and_says_what() -> None:
    remark = only(commented(render_docx(full_packet()), ("Vier kaarten", "Goede titel.")))
    assert (remark.answer, remark.quote) == (None, None)
    assert remark.text == "Bij “Vier kaarten”: Goede titel."


def test_a_comment_on_the_title_is_about_all() -> None:
    remark = only(commented(render_docx(full_packet()), ("Van Student A", "Dank.")))
    assert (remark.answer, remark.text) == (None, "Dank.")


def test_a_comment_on_what_belongs_to_an_answer_is_about_the_answer() -> None:
    remark = only(commented(render_docx(full_packet()), ("Een leeg nest", "Leeg?")))
    assert (remark.answer, remark.quote) == (public(21), None)


def test_a_comment_without_a_range_is_about_the_answer_it_stands_in() -> None:
    point = '<w:r><w:commentReference w:id="900"/></w:r><w:bookmarkEnd'
    packet = one_answer("Kort.")
    end = "Kort.</w:t></w:r>"
    data = with_comment(packet, lambda t: t.replace(f"{end}<w:bookmarkEnd", f"{end}{point}"))
    remark = only(data)
    assert (remark.answer, remark.quote) == (public(11), None)


def test_replaced_words_are_quoted_as_they_were_sent() -> None:
    packet = one_answer("De cliënt vroeg mijn collega om hulp.")
    remark = only(with_comment(packet, lambda text: ranged(text, "mijn collega")))
    assert remark.quote is not None
    assert remark.quote.exact == "mijn collega"


def test_blanks_at_the_ends_of_a_selection_are_left_out() -> None:
    remark = only(with_comment(one_answer("een twee drie"), lambda text: ranged(text, " twee ")))
    assert remark.quote is not None
    assert (remark.quote.exact, remark.quote.start, remark.quote.end) == ("twee", 4, 8)


def test_a_tab_of_the_student_is_part_of_the_words() -> None:
    packet = packet_of(SharedAnswer(public(11), "", prose("```\n1.\tx = 2\n```")))
    remark = only(with_comment(packet, lambda text: ranged(text, "x = 2")))
    assert remark.quote is not None
    assert (remark.quote.start, remark.quote.prefix) == (3, "1.\t")


# --- tracked changes and other edits --------------------------------------------------------------


def deleted(text: str, words: str) -> str:
    return text.replace(
        words, f'</w:t></w:r><w:del w:id="7"><w:r><w:delText xml:space="preserve">{words}'
        '</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">', 1,
    )  # fmt: skip


def inserted(text: str, after: str, words: str) -> str:
    return text.replace(
        after, f'{after}</w:t></w:r><w:ins w:id="8"><w:r><w:t>{words}</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve">', 1,
    )  # fmt: skip


def test_what_a_reader_took_out_is_still_in_the_text_that_was_sent() -> None:
    packet = one_answer("Ik dacht lang na over alles.")
    data = with_comment(packet, lambda t: deleted(ranged(t, "lang na over"), "na "))
    quote = only(data).quote
    assert quote is not None
    assert check_quote(quote, about(packet, public(11))) == quote
    assert quote.exact == "lang na over"


def test_what_a_reader_put_in_is_not_ours() -> None:
    packet = one_answer("Ik dacht lang na.")
    data = with_comment(packet, lambda t: inserted(ranged(t, "lang na"), "lang", " en diep"))
    quote = only(data).quote
    assert quote is not None
    assert quote.exact == "lang na"


def test_a_comment_on_words_of_the_reader_is_about_the_answer() -> None:
    packet = one_answer("Ik dacht na.")
    data = with_comment(packet, lambda t: ranged(inserted(t, "dacht", " heel diep"), "heel diep"))
    remark = only(data)
    assert (remark.answer, remark.quote) == (public(11), None)


def test_a_moved_paragraph_keeps_its_words() -> None:
    packet = one_answer("Een.", "Twee.")

    def move(text: str) -> str:
        begin = text.index("<w:p>", text.index(">Een.<") - 300)
        begin = text.rindex("<w:p>", 0, text.index(">Een.<"))
        end = text.index("</w:p>", begin) + len("</w:p>")
        moved = text[begin:end]
        gone = '<w:p><w:moveFrom w:id="5"><w:r><w:t>Een.</w:t></w:r></w:moveFrom></w:p>'
        rest = text[end:]
        at = rest.index("</w:p>") + len("</w:p>")
        run = '<w:r><w:t xml:space="preserve">Een.</w:t></w:r>'
        moved = moved.replace(run, f'<w:moveTo w:id="6">{run}</w:moveTo>')
        return f"{text[:begin]}{gone}{rest[:at]}{ranged(moved, 'Een.')}{rest[at:]}"

    quote = only(with_comment(packet, move)).quote
    assert quote is not None
    assert check_quote(quote, "Een.\nTwee.") == quote


def test_a_line_that_was_cut_in_two_reads_as_one() -> None:
    packet = one_answer("Een zin die doorliep.")
    cut = '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">'
    data = with_comment(packet, lambda t: ranged(t.replace("die ", f"die {cut}"), "doorliep"))
    quote = only(data).quote
    assert quote is not None
    assert (quote.exact, quote.start) == ("doorliep", 12)


def test_a_comment_in_a_table_is_about_all() -> None:
    table = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr>"
    )
    data = with_comment(one_answer("x"), lambda t: ranged(t.replace("<w:sectPr>", table), "cel"))
    assert only(data).text == "Bij “cel”: Waarom?"


def test_a_text_box_is_told_once_and_is_not_ours() -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>vak</w:t></w:r></w:p></w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w14">{inside}</mc:Choice><mc:Fallback>'
        f"<w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    split = f'mid</w:t></w:r>{box}<w:r><w:t xml:space="preserve">'
    packet = one_answer("voor midden na")
    quote = only(
        with_comment(packet, lambda t: ranged(t.replace("midden", f"{split}den"), "den na"))
    ).quote
    assert quote is not None
    assert (quote.exact, quote.start) == ("den na", 8)
    remark = only(with_comment(packet, lambda t: ranged(t.replace("midden", f"{split}den"), "vak")))
    assert remark.quote is None


def test_instructions_of_fields_are_no_words() -> None:
    field = '</w:t></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r><w:r><w:t>'
    packet = one_answer("een twee")
    quote = only(
        with_comment(packet, lambda t: ranged(t.replace("een ", f"een {field}"), "twee"))
    ).quote
    assert quote is not None
    assert quote.start == 4


# --- who, when and which --------------------------------------------------------------------------


def test_two_authors_are_told_apart() -> None:
    data = commented(render_docx(full_packet()), ("vroeg door", "Mooi."), author="Fenna")
    data = commented(data, ("eerst stil", "Lang?"), author="Sam\u00a0de  Vries")
    answer = read(data)
    assert answer.reader == "Fenna, Sam de Vries"
    assert {remark.text for remark in answer.remarks} == {"Fenna: Mooi.", "Sam de Vries: Lang?"}


@pytest.mark.parametrize("author", ["Unknown Author", "Onbekende auteur", "Auteur"])
def test_the_word_of_a_program_for_nobody_is_no_name(author: str) -> None:
    data = commented(render_docx(full_packet()), ("vroeg door", "Mooi."), author=author)
    assert read(data).reader == ""


def test_the_same_document_gives_the_same_ids_whoever_else_remarked() -> None:
    one = commented(render_docx(full_packet()), ("vroeg door", "Mooi."), author="Fenna")
    two = commented(one, ("eerst stil", "Lang?"), author="Sam")
    assert read(one) == read(one)
    assert {r.id for r in read(one).remarks} < {r.id for r in read(two).remarks}


def test_day_and_id_do_not_hang_on_the_clock() -> None:
    packet = one_answer("een twee")
    early = with_comment(packet, lambda t: ranged(t, "twee"))
    late = changed(early, "word/comments.xml", lambda t: t.replace("T10:11:12Z", "T22:00:00"))
    assert only(early) == only(late)
    assert only(early).day == date(2026, 11, 25)


@pytest.mark.parametrize("day", ["0-00-00T00:00:00Z", "9999-99-99", "x", "1601-01-01T00:00:00Z"])
def test_a_day_that_is_none_is_left_out(day: str) -> None:
    data = with_comment(
        one_answer("een"),
        lambda t: ranged(t, "een"),
        said("Ja.").replace("2026-11-25T10:11:12Z", day),
    )
    assert only(data).day is None


def threads(*pairs: tuple[str, str]) -> str:
    return "".join(
        f'<w15:commentEx w15:paraId="{name}" w15:paraIdParent="{parent}" w15:done="1"/>'
        for name, parent in pairs
    )


def test_a_reply_to_an_earlier_remark_is_a_reply() -> None:
    reply = said("Dank voor je antwoord.", more=' w14:paraId="0000AAAA"')
    data = with_comment(second_round(), lambda t: ranged(t, "eerst stil"), reply)
    end = "</w15:commentsEx>"
    data = changed(
        data, "word/commentsExtended.xml",
        lambda t: t.replace(end, threads(("0000AAAA", "00000002")) + end),
    )  # fmt: skip
    remark = only(data)
    assert remark.reply_to == public(51)
    assert (remark.answer, remark.quote) == (ANSWER, None)


def test_a_reply_to_a_new_comment_is_a_reply_to_it() -> None:
    comments = said("Waarom?", more=' w14:paraId="0000AAAA"')
    comments += said("Omdat.", 901, "Sam", ' w14:paraId="0000BBBB"')
    data = with_comment(one_answer("een twee"), lambda t: ranged(t, "twee"), comments)
    end = "</w15:commentsEx>"
    data = changed(
        data, "word/commentsExtended.xml",
        lambda t: t.replace(end, threads(("0000BBBB", "0000AAAA")) + end),
    )  # fmt: skip
    first, second = read(data).remarks
    assert second.reply_to == first.id
    assert second.text == "Sam: Omdat."


def test_words_taken_out_of_a_comment_are_not_said() -> None:
    comment = said("Goed").replace(
        "<w:t>Goed</w:t></w:r>", "<w:t>Goed</w:t></w:r><w:del><w:r><w:t>fout</w:t></w:r></w:del>"
    )
    assert only(with_comment(one_answer("een"), lambda t: ranged(t, "een"), comment)).text == "Goed"


def test_markup_and_control_characters_in_a_comment_are_words_or_gone() -> None:
    data = commented(render_docx(full_packet()), ("vroeg door", "<b>x</b> {{ y }} & <script>"))
    assert only(data).text == "<b>x</b> {{ y }} & <script>"


def test_a_very_long_comment_is_cut_and_says_so() -> None:
    remark = only(with_comment(one_answer("een"), lambda t: ranged(t, "een"), said("x" * 30_000)))
    assert len(remark.text) < 20_000
    assert remark.text.endswith("x …")


def test_a_document_saved_by_another_program_still_comes_home() -> None:
    data = commented(render_docx(full_packet()), ("vroeg door", "Mooi."))
    again = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(again)
    assert read(again.getvalue()) == read(data)


def test_a_line_of_which_the_mark_is_gone_is_no_wrong_place() -> None:
    packet = one_answer("een", "twee", "twee")
    data = with_comment(
        packet,
        lambda t: ranged(t, "twee").replace(f'w:name="a_{public(11)}_1"', 'w:name="weg"'),
    )
    quote = only(data).quote
    assert quote is not None
    assert (quote.start, quote.end) == (-1, -1)


def test_lines_of_many_kinds_come_back_as_they_were() -> None:
    for answer in full_packet().answers():
        first = answer.lines[0].text
        lines = tuple(SharedLine(line.text, line.kind, line.mark) for line in answer.lines)
        packet = packet_of(SharedAnswer(public(11), "", lines))
        quote = only(with_comment(packet, lambda t, first=first: ranged(t, first))).quote
        assert quote is not None
        assert check_quote(quote, answer.text) == quote
