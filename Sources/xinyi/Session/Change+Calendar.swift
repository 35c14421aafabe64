import XinyiFiles
import XinyiLedger

extension Change {
  /// Lets the terms of this command go by the village's own calendar (S3.3).
  mutating func takeCalendar() throws {
    do throws(VillageFault) {
      draft.calendar = WorkingCalendar(try folder.readCalendar().days)
    } catch {
      throw Failure(error)
    }
  }

  /// A term that falls into a year without holidays was worked out by Monday to Friday.
  mutating func warn(ofUnknownHolidaysIn term: ClosedRange<Day>) {
    guard let year = draft.calendar.firstUnknownYear(in: term) else { return }
    warnings.append(unknownHolidays(of: year, directory))
  }
}

func unknownHolidays(of year: Year, _ directory: Directory) -> String {
  "注意：没有 \(year) 年的节假日，工作日按周一至周五算；放假的通知出来以后："
    + directory.command("calendar", "import", "节假日文件")
}
