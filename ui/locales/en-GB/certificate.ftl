# Certificates: of each module whose check was passed, and of the final assessment.

record-certificates = Certificates
record-certificates-note = For each final check that you pass there is a certificate to keep as PDF.
record-certificates-link = My certificates

certificates-title = My certificates
certificates-lede = One for each final check that you passed. It is made on this computer and goes nowhere unless you send it.
certificates-name = Your name on it
certificates-name-as = They are made out to { $name }.
certificates-name-change = Change the name
certificates-name-ask = A certificate needs a name or code. It is printed as you type it.
certificates-unprintable = { $count ->
    [one] The fonts of the certificate have no letter { $letters }. Nothing is printed rather than an empty box: give your name in other letters to save a certificate.
   *[other] The fonts of the certificate do not have these letters: { $letters }. Nothing is printed rather than empty boxes: give your name in other letters to save a certificate.
  }
certificates-list = What you can have one of
certificate-passed = Passed on { $day } · course version { $version }
certificate-code = Code { $code }
certificate-not-yet = Not yet
certificate-not-yet-steps = Not yet: { $done } of { $steps } steps done, then the final check
certificate-not-yet-check = Not yet: the steps are done, the final check is open
certificate-go-on = Go on with this module
certificate-save = Save as PDF
certificate-save-of = Save as PDF: { $title }
certificate-saved = Saved to { $path }.
certificates-check = How to check one
certificates-check-text = The code belongs to the name, the module, the course, its version, the day and the publisher. When one letter of them is changed, it no longer fits. On any computer with Eighteen Days, without a network:
certificates-check-proves = A code that fits shows that nothing was changed. It does not show who made the certificate: the same app can make one for any name. Whether somebody passed is in the trainer’s report.

## On the paper

paper-heading = Certificate
paper-before-name = This is to say that
paper-before-title = has passed the final check of
paper-before-assessment = has passed
paper-of-module = Module { $number } of the course { $course }
paper-of-course = Of the course { $course }
paper-day = Passed on
paper-version = Course version
paper-issuer = Published by
paper-code = Verification code
paper-how = To check this page without a network: eighteen certificate verify FILE.pdf, or with --code and what is printed here, the day as { $day }.
paper-proves = A code that fits shows that none of this was changed. It does not show who made the page; whether somebody passed is in the trainer’s report.
